/**
 * Indicators of the simulated quarter against the slow recount, to the last digit. A few hundred
 * cases here; QUARTER_CASES=60000 is the whole quarter of docs/supervision.md.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ItemDefinition } from '../../packages/kernel/src/case/index.ts';
import { addDays, findLimitRule, plainDate } from '../../packages/kernel/src/time/index.ts';
import { caseCounts } from '../../packages/server/src/indicators/case-counts.ts';
import { countCases } from '../../packages/server/src/indicators/case-counts.pg.ts';
import { followEvents } from '../../packages/server/src/indicators/follow-events.ts';
import { addCounts, figureOf } from '../../packages/server/src/indicators/indicator-values.ts';
import { spanOf } from '../../packages/server/src/indicators/periods.ts';
import { plantCases } from '../../packages/server/src/indicators/testing-plant-cases.ts';
import {
  exactMedian,
  exactQuotient,
  recountIndicators,
} from '../../packages/server/src/indicators/testing-recount.ts';
import {
  openTestCounty,
  type TestCounty,
} from '../../packages/server/src/issuing/testing-county.ts';
import type {} from '../../packages/server/src/platform/db/test-cluster.ts';
import type { LivedCase } from './live-case.ts';
import { LOOKED_AT, simulate } from './simulate.ts';

const CASES = Number(process.env['QUARTER_CASES'] ?? 400);
const SEED = 2026;
const A_BATCH = 500;
const PERIOD = { from: plainDate('2026-04-01'), until: plainDate('2026-06-30') };
const TODAY = addDays(PERIOD.until, 0);
const HOUR_MS = 3_600_000;

let county: TestCounty;
const streams: LivedCase['events'][] = [];
const items = new Map<string, ItemDefinition>();

beforeAll(async () => {
  county = await openTestCounty(LOOKED_AT);
  const plan = { seed: SEED, departments: 40, cases: CASES };
  let batch: LivedCase[] = [];
  for (const one of simulate(plan, county.deps.statutes)) {
    streams.push(one.events);
    items.set(one.item.code, one.item);
    batch.push(one);
    if (batch.length === A_BATCH) {
      await plantCases(county.deps, batch);
      batch = [];
    }
  }
  await plantCases(county.deps, batch);
  const findItem = (code: string) => Promise.resolve(items.get(code));
  let isCurrent = false;
  while (!isCurrent) ({ isCurrent } = await followEvents({ ...county.deps, findItem }));
}, HOUR_MS);
afterAll(() => county[Symbol.asyncDispose]());

describe(`a quarter of ${CASES} cases (seed ${SEED})`, () => {
  it(
    'has in each indicator what the recount of the bare events has',
    async () => {
      const { db, tenantId, statutes } = county.deps;
      const counted = await countCases(db, tenantId, 'org', spanOf(PERIOD, TODAY));
      const all = addCounts([...counted.values()]);
      const slow = [
        ...recountIndicators(streams, {
          ...PERIOD,
          asOf: TODAY,
          calendar: statutes.calendar,
          itemOf: (code) => items.get(code),
          stops: (ruleId, kind) =>
            findLimitRule(statutes.rules, ruleId)?.suspendedBy.includes(kind) === true,
        }).values(),
      ];
      expect(slow.length).toBeGreaterThan(1);
      const sum = (name: string) => slow.reduce((n, { counts }) => n + (counts[name] ?? 0), 0);
      const told: [id: string, value: unknown][] = [];
      for (const one of statutes.indicators) {
        if (!(one.of in caseCounts) && one.of !== 'workingDays') continue;
        const places = one.kind === 'share' ? 4 : 2;
        const expected =
          one.kind === 'median'
            ? exactMedian(slow.flatMap(({ workingDays }) => workingDays))
            : exactQuotient(sum(one.of), sum(one.per ?? ''), places);
        const { value } = figureOf(one, all);
        told.push([one.id, value]);
        expect(value, one.id).toBe(expected);
      }
      expect(told.length).toBeGreaterThan(5);
      if (CASES > 400) process.stdout.write(`${told.map((each) => each.join(' ')).join('\n')}\n`);
    },
    HOUR_MS,
  );
});
