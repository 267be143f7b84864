import type { CaseEvent, ActorRef } from '@yichuang/kernel/case';
import { addMs, type Instant } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';
import type { HistoryEvent } from './item-history.ts';

/** Older cases say little about how the office works now. */
const NEWEST_CASES = 1_000;
const ARRIVAL_DAYS = 90;

const TYPES = [
  'StepOpened',
  'TaskOpened',
  'TaskRead',
  'TaskDecided',
  'StepReturned',
  'NodeEntered',
  'NodeCompleted',
  'CorrectionRequested',
  'CorrectionReceived',
];

interface EventRow {
  readonly case_id: string;
  readonly seq: number;
  readonly at: Instant;
  readonly type: string;
  readonly actor: ActorRef;
  readonly data: object;
  readonly previous_act: Instant | null;
}

/** Events of the item's newest concluded cases, with the act that each person did before. */
export async function readHistoryEvents(
  db: Db,
  tenantId: string,
  itemCode: string,
): Promise<HistoryEvent[]> {
  const rows = await db.query<EventRow>(
    `SELECT e.case_id, e.seq, e.at, e.type, e.actor, e.data,
       CASE WHEN e.type = 'TaskDecided' THEN
         (SELECT max(d.at) FROM done_task d
          WHERE d.tenant_id = $1 AND d.person_id = e.actor ->> 'personId' AND d.at < e.at)
       END AS previous_act
     FROM event e
     JOIN (SELECT id FROM cases
           WHERE tenant_id = $1 AND item_code = $2 AND concluded_on IS NOT NULL
           ORDER BY concluded_on DESC LIMIT $3) c ON c.id = e.case_id
     WHERE e.tenant_id = $1 AND e.type = ANY ($4::text[])
     ORDER BY e.case_id, e.seq`,
    [tenantId, itemCode, NEWEST_CASES, TYPES],
  );
  return rows.map((row) => ({
    caseId: row.case_id,
    seq: row.seq,
    at: row.at,
    by: row.actor,
    // Written by the kernel's own events and never changed since.
    event: { type: row.type, ...row.data } as CaseEvent,
    ...(row.previous_act === null ? {} : { previousAct: row.previous_act }),
  }));
}

/** Filings of the item in the last ninety calendar days, and the first of them. */
export async function readArrivals(
  db: Db,
  tenantId: string,
  itemCode: string,
  now: Instant,
): Promise<{ readonly cases: number; readonly since?: Instant }> {
  const from = addMs(now, -ARRIVAL_DAYS * 86_400_000);
  const [row] = await db.query<{ cases: number; since: Instant | null }>(
    `SELECT count(*)::int AS cases, min(received_at) AS since FROM cases
     WHERE tenant_id = $1 AND item_code = $2 AND received_at >= $3`,
    [tenantId, itemCode, from],
  );
  const since = row?.since ?? null;
  return { cases: row?.cases ?? 0, ...(since === null ? {} : { since }) };
}
