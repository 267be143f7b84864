/** Trials of drafts on past cases, and the cases that they are tried on. */
import type { ActorRef, CaseEvent, CaseState, Recorded } from '@yichuang/kernel/case';
import type { Instant, PlainDate } from '@yichuang/kernel/time';
import type { WatchRuleFile } from '../catalogue/index.ts';
import type { Db } from '../platform/db/index.ts';
import type { TrialFindings } from './trial-findings.ts';

export interface Trial {
  readonly id: string;
  readonly ruleId: string;
  readonly digest: string;
  readonly definition: WatchRuleFile;
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly status: 'running' | 'done' | 'failed';
  readonly done: number;
  readonly total: number;
  readonly afterId: string | null;
  readonly found: TrialFindings;
}

const COLUMNS = `id, rule_id AS "ruleId", digest, definition, from_on AS "from",
  until_on AS "until", status, done, total, after_id AS "afterId", found`;

export async function findTrial(db: Db, tenantId: string, id: string): Promise<Trial | undefined> {
  const [row] = await db.query<Trial & Record<string, unknown>>(
    `SELECT ${COLUMNS} FROM watch_trial WHERE tenant_id = $1 AND id = $2`,
    [tenantId, id],
  );
  return row;
}

/** The newest of a rule. */
export async function lastTrial(
  db: Db,
  tenantId: string,
  ruleId: string,
): Promise<Trial | undefined> {
  const [row] = await db.query<Trial & Record<string, unknown>>(
    `SELECT ${COLUMNS} FROM watch_trial WHERE tenant_id = $1 AND rule_id = $2
     ORDER BY asked_at DESC, id LIMIT 1`,
    [tenantId, ruleId],
  );
  return row;
}

export async function insertTrial(
  tx: Db,
  tenantId: string,
  trial: Trial,
  asked: { readonly by: string; readonly at: Instant },
): Promise<void> {
  await tx.query(
    `INSERT INTO watch_trial (tenant_id, id, rule_id, digest, definition, from_on, until_on,
       status, done, total, found, asked_by, asked_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      tenantId,
      trial.id,
      trial.ruleId,
      trial.digest,
      JSON.stringify(trial.definition),
      trial.from,
      trial.until,
      trial.status,
      trial.done,
      trial.total,
      JSON.stringify(trial.found),
      asked.by,
      asked.at,
    ],
  );
}

export async function writeTrial(
  tx: Db,
  tenantId: string,
  { id, status, done, afterId, found }: Trial,
  endedAt: Instant | null,
): Promise<void> {
  await tx.query(
    `UPDATE watch_trial SET status = $3, done = $4, after_id = $5, found = $6, ended_at = $7
     WHERE tenant_id = $1 AND id = $2 AND status = 'running'`,
    [tenantId, id, status, done, afterId, JSON.stringify(found), endedAt],
  );
}

interface Period {
  readonly from: Instant;
  /** Not included. */
  readonly until: Instant;
  /** Undefined: of all items. */
  readonly items?: readonly string[] | undefined;
}

export async function countCases(db: Db, tenantId: string, period: Period): Promise<number> {
  const [row] = await db.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM cases WHERE tenant_id = $1 AND received_at >= $2
       AND received_at < $3 AND ($4::text[] IS NULL OR item_code = ANY ($4))`,
    [tenantId, period.from, period.until, period.items ?? null],
  );
  return row?.n ?? 0;
}

export interface PastCase {
  readonly id: string;
  readonly state: CaseState;
  readonly events: readonly Recorded[];
}

/** A page of cases that came in the period, by id, each with all of its events. */
export async function pageOfCases(
  tx: Db,
  tenantId: string,
  period: Period,
  afterId: string,
  most: number,
): Promise<PastCase[]> {
  const cases = await tx.query<{ id: string; state: CaseState }>(
    `SELECT id, state FROM cases WHERE tenant_id = $1 AND received_at >= $2 AND received_at < $3
       AND ($4::text[] IS NULL OR item_code = ANY ($4)) AND id > $5 ORDER BY id LIMIT $6`,
    [tenantId, period.from, period.until, period.items ?? null, afterId, most],
  );
  const rows = await tx.query<EventRow>(
    `SELECT case_id, seq, at, type, actor, data FROM event
     WHERE tenant_id = $1 AND case_id = ANY ($2) ORDER BY case_id, seq`,
    [tenantId, cases.map(({ id }) => id)],
  );
  const events = Map.groupBy(rows, (row) => row.case_id);
  return cases.map(({ id, state }) => ({ id, state, events: (events.get(id) ?? []).map(asEvent) }));
}

interface EventRow extends Record<string, unknown> {
  readonly case_id: string;
  readonly seq: number;
  readonly at: Instant;
  readonly type: string;
  readonly actor: ActorRef;
  readonly data: object;
}

function asEvent({ seq, at, type, actor, data }: EventRow): Recorded {
  return { seq, at, by: actor, event: { type, ...data } as CaseEvent };
}
