import type { PlainDate } from '@yichuang/kernel/time';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomFrom, type CaseWalk } from './testing-cases.ts';
import { openTestExchange, settle, type TestExchange } from './testing-exchange.ts';
import { recount, type Counted } from './testing-recount.ts';
import type { FaultKind } from './testing-receiver.ts';

const SEED = 20261122;
const CASES = 200;
const ROUNDS = 6;

let county: TestExchange;
beforeAll(async () => {
  county = await openTestExchange();
});
afterAll(() => county[Symbol.asyncDispose]());

/** Most requests meet with nothing; each fault comes often, the slow one rarely. */
const FAULTS: readonly FaultKind[] = [
  'none',
  'none',
  'none',
  'none',
  'refused-connection',
  'lost',
  'error-500',
  'error-503',
  'garbage',
  'half',
];

function countThere(): Counted {
  const { rows, messages } = county.receiver;
  const tables = new Map<string, number>();
  for (const key of rows.keys()) {
    const [table = ''] = key.split(' ');
    tables.set(table, (tables.get(table) ?? 0) + 1);
  }
  const results = new Map<string, string>();
  const acceptedAt = new Map<string, string>();
  const byCase = new Map([...messages.values()].map(({ message }) => [message.caseId, message]));
  for (const [key, { row }] of rows) {
    const number = row['project_no'] ?? '';
    if (key.startsWith('up_pro_result ')) results.set(number, row['result_type'] ?? '');
    const accepted = row['accept_date'];
    if (accepted !== undefined) acceptedAt.set(number, accepted);
  }
  return {
    cases: byCase.size,
    tables: sorted(tables),
    results: sorted(results),
    acceptedAt: sorted(acceptedAt),
  };
}

function sorted<T>(map: ReadonlyMap<string, T>): Readonly<Record<string, T>> {
  return Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
}

describe('a receiver that fails, delays, repeats and restarts', () => {
  it(`has what a recount of the events says, once and in order (seed ${SEED})`, async () => {
    const random = randomFrom(SEED);
    const walks: { found: CaseWalk; stored: number }[] = [];
    county.receiver.faultOf = () => {
      if (random() < 0.01) return 'late';
      return FAULTS[Math.floor(random() * FAULTS.length)] ?? 'none';
    };
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const walk of walks.filter(() => random() < 0.4)) {
        await county.store(walk.found, walk.stored, 4);
        walk.stored += 4;
      }
      for (let n = 0; n < CASES / ROUNDS; n += 1) {
        const found = county.walk(random, 4 + Math.floor(random() * 30));
        const stored = 1 + Math.floor(random() * found.steps.length);
        await county.store(found, 0, stored);
        walks.push({ found, stored });
      }
      if (round % 2 === 1) {
        await county.receiver.stop();
        await county.exchange.run();
        await county.receiver.start();
      }
      await Promise.all([county.exchange.run(), county.process().run()]);
      county.pass(600_000);
    }
    county.receiver.faultOf = () => 'none';
    await settle(county);
    const { db } = county.site.database;
    const there = countThere();
    expect(there).toEqual(await recount(db));
    expect(there.cases).toBeGreaterThanOrEqual(CASES);
    expect([...county.receiver.stores.values()].every((times) => times === 1)).toBe(true);
    expect(county.receiver.violations).toEqual([]);
    expect(isInOrder()).toBe(true);
  });

  it('agrees on every day after that', async () => {
    const { db } = county.site.database;
    const days = await db.query<{ day: PlainDate }>('SELECT DISTINCT day FROM exchange_message');
    expect(days.length).toBeGreaterThan(2);
    for (const { day } of days) {
      expect(await county.exchange.compare(day)).toBe(true);
      expect((await county.exchange.day(day)).differences).toEqual([]);
    }
  });
});

function isInOrder(): boolean {
  const last = new Map<string, number>();
  const stored = [...county.receiver.messages.values()].sort((a, b) => a.order - b.order);
  return stored.every(({ message: { caseId, seq } }) => {
    const isAfter = (last.get(caseId) ?? 0) <= seq;
    last.set(caseId, seq);
    return isAfter;
  });
}
