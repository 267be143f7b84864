import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instant, type Calendar } from '@yichuang/kernel/time';
import { createTestDatabase } from '../platform/db/test-database.ts';
import { loadStatutes } from '../statutes/index.ts';
import { readArrivals, readHistoryEvents } from './history-store.pg.ts';
import { readHistory } from './item-history.ts';

const TENANT = '999921';
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let calendar: Calendar;
beforeAll(async () => {
  database = await createTestDatabase();
  ({ calendar } = await loadStatutes());
});
afterAll(() => database.drop());

interface Stored {
  readonly itemCode: string;
  readonly concludedOn: string | null;
  readonly events: readonly (readonly [time: string, type: string, data: object])[];
}

/** Shanghai, on 2 March 2026. */
const at = (time: string): string => new Date(`2026-03-02T${time}:00+08:00`).toISOString();

async function store({ itemCode, concludedOn, events }: Stored): Promise<void> {
  const id = randomUUID();
  await database.db.query(
    `INSERT INTO cases (tenant_id, id, number, version, head_hash, state, item_code, item_version,
       item_name, org_id, applicant_id, contact_id, applicant_name, phase, received_at, changed_at,
       concluded_on, password_hash)
     VALUES ($1, $2, $3, 1, 'h', '{}', $4, 1, 'Item', 'o', $2, $2, 'A', 'concluded', $5, $5, $6,
       'p')`,
    [TENANT, id, id, itemCode, at('09:00'), concludedOn],
  );
  for (const [i, [time, type, data]] of events.entries()) {
    await database.db.query(
      `INSERT INTO event (tenant_id, case_id, seq, day, at, type, actor, data, hash)
       VALUES ($1, $2, $3, '2026-03-02', $4, $5, $6, $7, 'h')`,
      [TENANT, id, i + 1, at(time), type, { kind: 'staff', personId: 'p1', name: 'P' }, data],
    );
    if (type !== 'TaskDecided') continue;
    await database.db.query(
      `INSERT INTO done_task (tenant_id, person_id, at, case_id, seq, act, step_name)
       VALUES ($1, 'p1', $2, $3, $4, 'ApproveTask', 'Review')`,
      [TENANT, at(time), id, i + 1],
    );
  }
}

const opened = (time: string) =>
  [time, 'StepOpened', { stepId: 'review', round: 1, tasks: [task] }] as const;
const decided = (time: string) =>
  [time, 'TaskDecided', { taskId: 'review#1.1', stepId: 'review', round: 1 }] as const;
const task = { taskId: 'review#1.1', posts: ['a'], weight: 1, waits: false };

describe('the history of an item in the database', () => {
  it('is that of its concluded cases, with what each person did before on any case', async () => {
    await store({
      itemCode: 'mine',
      concludedOn: '2026-03-02',
      events: [opened('09:00'), decided('09:30')],
    });
    // The same person's next decision: counted from the one before, on whichever item that was.
    await store({
      itemCode: 'other',
      concludedOn: '2026-03-02',
      events: [opened('09:00'), decided('10:00')],
    });
    await store({
      itemCode: 'mine',
      concludedOn: '2026-03-02',
      events: [opened('09:00'), decided('10:05'), ['10:05', 'CaseConcluded', {}]],
    });
    await store({ itemCode: 'mine', concludedOn: null, events: [opened('09:00')] });
    const events = await readHistoryEvents(database.db, TENANT, 'mine');
    const history = readHistory(events, calendar);
    expect(history.cases).toBe(2);
    expect(history.steps['review']?.minutes).toEqual([5, 30]);
    expect(new Set(events.map(({ event }) => event.type))).toEqual(
      new Set(['StepOpened', 'TaskDecided']),
    );
  });

  it('counts the filings of the last ninety days', async () => {
    const now = instant(at('18:00'));
    expect(await readArrivals(database.db, TENANT, 'mine', now)).toEqual({
      cases: 3,
      since: at('09:00'),
    });
    const later = instant('2026-09-02T00:00:00.000Z');
    expect(await readArrivals(database.db, TENANT, 'mine', later)).toEqual({ cases: 0 });
  });
});
