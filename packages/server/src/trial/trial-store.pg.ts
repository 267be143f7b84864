import type { TrialFigures, TrialFilling } from '@yichuang/contracts';
import type { Instant } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';

/** Kept with the real county: whether it has a trial, and which. */
export interface TrialState {
  readonly generation: number;
  readonly isOn: boolean;
}

const STATE = 'trial';
const FILLING = 'trial-filling';
const OFFSET = 'clock-offset-ms';

async function read<T>(db: Db, tenantId: string, name: string): Promise<T | undefined> {
  const [row] = await db.query<{ value: T }>(
    'SELECT value FROM setting WHERE tenant_id = $1 AND name = $2',
    [tenantId, name],
  );
  return row?.value;
}

async function write(
  db: Db,
  tenantId: string,
  name: string,
  value: object,
  at: Instant,
): Promise<void> {
  await db.query(
    `INSERT INTO setting (tenant_id, name, value, changed_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (tenant_id, name) DO UPDATE
     SET value = excluded.value, changed_at = excluded.changed_at`,
    [tenantId, name, JSON.stringify(value), at],
  );
}

export async function readTrialState(db: Db, countyId: string): Promise<TrialState> {
  return (await read<TrialState>(db, countyId, STATE)) ?? { generation: 0, isOn: false };
}

export function writeTrialState(
  db: Db,
  countyId: string,
  state: TrialState,
  at: Instant,
): Promise<void> {
  return write(db, countyId, STATE, state, at);
}

export function readFilling(db: Db, trialId: string): Promise<TrialFilling | undefined> {
  return read<TrialFilling>(db, trialId, FILLING);
}

export function writeFilling(
  db: Db,
  trialId: string,
  filling: TrialFilling,
  at: Instant,
): Promise<void> {
  return write(db, trialId, FILLING, filling, at);
}

/** Whether this generation has been opened before. */
export async function isTrialKnown(db: Db, trialId: string): Promise<boolean> {
  return (await db.query('SELECT 1 FROM tenant WHERE id = $1', [trialId])).length > 0;
}

/** Before a trial's first moment only: a clock that has begun goes forward and never back. */
export async function beginClockAt(
  db: Db,
  trialId: string,
  offsetMs: number,
  at: Instant,
): Promise<void> {
  await db.query(
    `INSERT INTO setting (tenant_id, name, value, changed_at)
     VALUES ($1, $2, to_jsonb($3::bigint), $4)
     ON CONFLICT (tenant_id, name) DO NOTHING`,
    [trialId, OFFSET, offsetMs, at],
  );
}

/** Trials of the county that are not `current`: what a reset left behind. */
export async function listRetired(db: Db, countyId: string, current: string): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    'SELECT id FROM tenant WHERE trial_of = $1 AND id <> $2 ORDER BY created_at',
    [countyId, current],
  );
  return rows.map(({ id }) => id);
}

/** @returns rows removed. @throws the database's refusal for what is no trial county */
export async function purgeTrial(db: Db, trialId: string): Promise<number> {
  const [row] = await db.query<{ removed: number }>('SELECT purge_trial($1) AS removed', [trialId]);
  return row?.removed ?? 0;
}

/** Lights by the stored instants, as lists show them; the end of a right makes nothing late. */
export async function readFigures(db: Db, trialId: string, now: Instant): Promise<TrialFigures> {
  const running = `tenant_id = $1 AND stopped_at IS NULL AND NOT is_suspended
    AND kind NOT IN ('objection', 'review')`;
  const [row] = await db.query<{
    cases: number;
    open: number;
    yellow: number;
    red: number;
    next_yellow: Instant | null;
    next_red: Instant | null;
  }>(
    `SELECT count(*)::int AS cases,
       count(*) FILTER (WHERE concluded_on IS NULL)::int AS open,
       (SELECT count(DISTINCT case_id)::int FROM clock
        WHERE ${running} AND warn_at <= $2 AND overdue_at > $2) AS yellow,
       (SELECT count(DISTINCT case_id)::int FROM clock
        WHERE ${running} AND overdue_at <= $2) AS red,
       (SELECT min(warn_at) FROM clock WHERE ${running} AND warn_at > $2) AS next_yellow,
       (SELECT min(overdue_at) FROM clock WHERE ${running} AND overdue_at > $2) AS next_red
     FROM cases WHERE tenant_id = $1`,
    [trialId, now],
  );
  return {
    cases: row?.cases ?? 0,
    open: row?.open ?? 0,
    yellow: row?.yellow ?? 0,
    red: row?.red ?? 0,
    ...(row?.next_yellow ? { nextYellowAt: row.next_yellow } : {}),
    ...(row?.next_red ? { nextRedAt: row.next_red } : {}),
  };
}

export interface CopiedAccount {
  readonly account: string;
  readonly name: string;
  readonly posts: readonly string[];
}

/** Names and posts of the real county's staff today; of their passwords nothing. */
export function listStaffToCopy(db: Db, countyId: string, today: string): Promise<CopiedAccount[]> {
  return db.query<CopiedAccount>(
    `SELECT a.login_name AS account, coalesce(p.name, a.login_name) AS name,
       array_agg(h.post_id ORDER BY h.post_id) AS posts
     FROM account a
     JOIN person p ON p.tenant_id = $1 AND p.id = a.person_id
     JOIN post_holder h ON h.tenant_id = $1 AND h.account_id = a.id
       AND h.from_on <= $2::date AND (h.to_on IS NULL OR h.to_on >= $2::date)
     WHERE a.tenant_id = $1 AND NOT a.is_disabled
     GROUP BY a.login_name, p.name ORDER BY a.login_name`,
    [countyId, today],
  );
}
