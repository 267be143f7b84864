export type { Clock } from './clock.ts';
export { systemClock } from './clock.ts';
export type { MovableClock } from './movable-clock.ts';
export { openMovableClock } from './movable-clock.ts';
