export { ensureDemoAccounts, type DemoAccounts } from './demo-accounts.ts';
export { moveClock, type ClockMove } from './move-clock.ts';
export { demoRoutes } from './routes.ts';
