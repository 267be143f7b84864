import { draw, keyOf } from '@yichuang/kernel/rehearsal';

const HOUR_MS = 3_600_000;
const PACE = 11;
const TURN = 12;
const LATE = 13;

/** Half of the people are steady, some are quick, and one in six leaves everything lying. */
function hoursOf(seed: number, person: string): number {
  const share = draw(seed, PACE, keyOf(person));
  if (share < 0.35) return 3;
  return share < 0.83 ? 10 : 40;
}

/** Some cases are left lying by whoever has them: these are the ones that turn red. */
const LEFT_LYING = 0.03;
const LEFT_FACTOR = 45;

/** How long this person leaves this task; nights and weekends included. */
export function delayMs(seed: number, person: string, number: string, task: string): number {
  const keys = [keyOf(person), keyOf(number), keyOf(task)] as const;
  const spread = 0.2 + 2 * draw(seed, TURN, ...keys) ** 2;
  const factor = draw(seed, LATE, ...keys) < LEFT_LYING ? LEFT_FACTOR : 1;
  return Math.round(hoursOf(seed, person) * spread * factor * HOUR_MS);
}

/** 0 to 1, for a choice that is made about this case once. */
export function chanceOf(seed: number, number: string, choice: string): number {
  return draw(seed, keyOf(number), keyOf(choice));
}
