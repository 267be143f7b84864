import { addDays, plainDate, type PlainDate } from '@yichuang/kernel/time';
import { findLimitRule } from '@yichuang/kernel/time';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestCounty, type TestCounty } from '../issuing/testing-county.ts';
import { countCases } from './case-counts.pg.ts';
import { caseCounts } from './case-counts.ts';
import { followEvents } from './follow-events.ts';
import { addCounts, figureOf } from './indicator-values.ts';
import { spanOf } from './periods.ts';
import { generateCases, type GeneratedCase } from './testing-generated-cases.ts';
import { plantCases } from './testing-plant-cases.ts';
import { exactMedian, exactQuotient, recountIndicators } from './testing-recount.ts';

const SEED = Number(process.env['SEED'] ?? 20261122);
const ORGS = ['yunxi/zjj', 'yunxi/wjj', 'yunxi/spj'];
const TODAY = plainDate('2026-09-15');

let county: TestCounty;
let cases: readonly GeneratedCase[];

beforeAll(async () => {
  county = await openTestCounty(`${TODAY}T02:00:00.000Z`);
  const { statutes } = county.deps;
  const from = plainDate('2026-03-02');
  const wish = { seed: SEED, cases: 600, from, days: 180, until: TODAY, orgIds: ORGS, statutes };
  cases = generateCases(wish);
  await plantCases(county.deps, cases);
});
afterAll(() => county[Symbol.asyncDispose]());

const PERIODS: readonly (readonly [from: string, until: string])[] = [
  ['2026-04-01', '2026-04-30'],
  ['2026-04-01', '2026-06-30'],
  ['2026-01-01', '2026-12-31'],
  ['2026-07-01', '2026-09-15'],
  ['2026-05-06', '2026-05-06'],
];

function deps() {
  const items = new Map(cases.map(({ item }) => [item.code, item]));
  return { ...county.deps, findItem: (code: string) => Promise.resolve(items.get(code)) };
}

function recount(from: PlainDate, until: PlainDate) {
  const items = new Map(cases.map(({ item }) => [item.code, item]));
  const { calendar, rules } = county.deps.statutes;
  const after = addDays(until, 1);
  return recountIndicators(
    cases.map(({ events }) => events),
    {
      from,
      until,
      asOf: after < TODAY ? after : TODAY,
      calendar,
      itemOf: (code) => items.get(code),
      stops: (ruleId, kind) => findLimitRule(rules, ruleId)?.suspendedBy.includes(kind) === true,
    },
  );
}

describe(`a generated county (seed ${SEED})`, () => {
  it('has of everything that is counted, so that nothing agrees by being nothing', () => {
    const offices = [...recount(plainDate('2026-01-01'), plainDate('2026-12-31')).values()];
    const nothing = Object.keys(caseCounts).filter(
      (name) => !offices.some(({ counts }) => (counts[name] ?? 0) > 0),
    );
    expect(nothing).toEqual([]);
  });

  it('has in its figures every case, each from all of its events', async () => {
    expect(await followEvents(deps())).toEqual({ computed: cases.length, isCurrent: true });
    expect(await followEvents(deps())).toEqual({ computed: 0, isCurrent: true });
  });

  it.each(PERIODS)(
    'counts from %s to %s what the recount counts, office by office',
    async (...d) => {
      const [from, until] = d.map(plainDate);
      if (from === undefined || until === undefined) throw new Error('two days');
      const { db, tenantId } = county.deps;
      const counted = await countCases(db, tenantId, 'org', spanOf({ from, until }, TODAY));
      const slow = recount(from, until);
      for (const orgId of ORGS) {
        const office = slow.get(orgId);
        const { counts = {} } = counted.get(orgId) ?? {};
        for (const [name, n] of Object.entries(office?.counts ?? {})) {
          expect(counts[name] ?? 0, `${orgId} ${name}`).toBe(n);
        }
      }
    },
  );

  it.each(PERIODS)('shows from %s to %s every indicator to the last digit', async (...d) => {
    const [from, until] = d.map(plainDate);
    if (from === undefined || until === undefined) throw new Error('two days');
    const { db, tenantId, statutes } = county.deps;
    const counted = await countCases(db, tenantId, 'org', spanOf({ from, until }, TODAY));
    const all = addCounts([...counted.values()]);
    const slow = [...recount(from, until).values()];
    const sum = (name: string) => slow.reduce((n, { counts }) => n + (counts[name] ?? 0), 0);
    for (const one of statutes.indicators) {
      if (!(one.of in caseCounts) && one.of !== 'workingDays') continue;
      const places = one.kind === 'share' ? 4 : 2;
      const expected =
        one.kind === 'median'
          ? exactMedian(slow.flatMap(({ workingDays }) => workingDays))
          : exactQuotient(sum(one.of), sum(one.per ?? ''), places);
      expect(figureOf(one, all).value, one.id).toBe(expected);
    }
  });
});
