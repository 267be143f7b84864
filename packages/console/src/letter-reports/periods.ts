/** Weeks, months and quarters of Shanghai days as `YYYY-MM-DD`. Pure: today is handed in. */
import type { Period } from '../api/letters.ts';

const DAY_MS = 86_400_000;
const WEEK = 7;

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Monday to Sunday. */
export function weekOf(day: string): Period {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + WEEK - 1) % WEEK;
  const from = addDays(day, -weekday);
  return { from, until: addDays(from, WEEK - 1) };
}

/** The period as long as this one that lies so many of them further on. */
export function shifted({ from, until }: Period, by: number): Period {
  const length = (Date.parse(until) - Date.parse(from)) / DAY_MS + 1;
  return { from: addDays(from, by * length), until: addDays(until, by * length) };
}

/** From the first day of the quarter to today. */
export function quarterSoFar(today: string): Period {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const first = Math.floor((month - 1) / 3) * 3 + 1;
  return { from: `${year}-${String(first).padStart(2, '0')}-01`, until: today };
}

/** This month and the ones before it, newest first, as `YYYY-MM`. */
export function lastMonths(today: string, count: number): readonly string[] {
  return lastOf(monthIndex(today), count).map(
    (at) => `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
  );
}

/** Quarters, newest first, as `2026-Q4`. */
export function lastQuarters(today: string, count: number): readonly string[] {
  return lastOf(Math.floor(monthIndex(today) / 3), count).map(
    (at) => `${Math.floor(at / 4)}-Q${(at % 4) + 1}`,
  );
}

function lastOf(index: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, back) => index - back);
}

function monthIndex(today: string): number {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return year * 12 + month - 1;
}
