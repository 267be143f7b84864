import { instant, plainDate, type Instant } from '../../packages/kernel/src/time/index.ts';
import type { Statutes } from '../../packages/server/src/statutes/index.ts';
import { countyOf, plantedIn, type Department } from './county.ts';
import { live, newUuid, type LivedCase, type Surroundings } from './live-case.ts';
import { DAY_MINUTES, officeTime } from './office-time.ts';
import { random } from './random.ts';

export interface QuarterPlan {
  readonly seed: number;
  readonly departments: number;
  readonly cases: number;
}

/** The second quarter of 2026, looked at as it ends: what is open then stays open. */
const FIRST = plainDate('2026-04-01');
const FILING_DAYS = 60;
const CALENDAR_DAYS = 180;
export const LOOKED_AT: Instant = instant('2026-06-30T15:59:00.000Z');
/** Days in the quarter on which somebody enters what was done before. */
const LATE_ENTRIES = { days: 3, share: 0.35 } as const;

export function* simulate(
  { seed, departments, cases }: QuarterPlan,
  { calendar, rules }: Statutes,
): Generator<LivedCase> {
  const county = countyOf(seed, departments);
  const time = officeTime(calendar, FIRST, CALENDAR_DAYS);
  const around: Surroundings = { calendar, rules, time, until: LOOKED_AT };
  const draw = random(seed, 'filings');
  for (let n = 0; n < cases; n += 1) {
    const department = draw.pick(county);
    const own = random(seed, `case ${n}`);
    yield live(planOf(n, department, own), around);
  }
}

function planOf(n: number, department: Department, draw: ReturnType<typeof random>) {
  const isAfterwards = department.habit === 'entered-afterwards' && draw.chance(LATE_ENTRIES.share);
  const offered = isAfterwards
    ? department.items.filter(({ kind }) => kind === 'plain')
    : department.items;
  const { kind, item } = draw.pick(offered);
  const day = isAfterwards
    ? (draw.between(1, LATE_ENTRIES.days) * FILING_DAYS) / (LATE_ENTRIES.days + 1)
    : draw.between(0, FILING_DAYS - 1);
  const minute =
    Math.floor(day) * DAY_MINUTES + (isAfterwards ? draw.between(240, 340) : draw.between(0, 410));
  const planted =
    isAfterwards || department.habit !== undefined ? undefined : plantedIn(draw, kind);
  return {
    caseId: newUuid(draw),
    number: `S${String(n).padStart(6, '0')}`,
    department,
    kind,
    item,
    minute,
    seconds: draw.between(0, 59),
    isAfterwards,
    draw,
    ...(planted === undefined ? {} : { planted }),
  };
}
