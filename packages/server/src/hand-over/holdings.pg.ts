import type { HoldingsView } from '@yichuang/contracts';
import type { Instant } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';

type HeldTask = HoldingsView['tasks'][number];
type HeldPost = HoldingsView['posts'][number];

/** Tasks that only this person may act on: claimed, transferred, added as a signer, asked. */
export async function listHeldTasks(
  db: Db,
  tenantId: string,
  personId: string,
): Promise<HeldTask[]> {
  const rows = await db.query<{
    case_id: string;
    number: string;
    item_name: string;
    task_id: string;
    step_name: string;
    opened_at: Instant;
  }>(
    `SELECT t.case_id, c.number, c.item_name, t.task_id, t.step_name, t.opened_at
     FROM open_task t JOIN cases c ON c.tenant_id = $1 AND c.id = t.case_id
     WHERE t.tenant_id = $1 AND t.post_id = $2
     ORDER BY t.due_at, c.number, t.task_id`,
    [tenantId, `person:${personId}`],
  );
  return rows.map((row) => ({
    caseId: row.case_id,
    number: row.number,
    itemName: row.item_name,
    taskId: row.task_id,
    stepName: row.step_name,
    since: row.opened_at,
  }));
}

/** Posts held today, who else holds each, and how much work waits there. */
export async function listHeldPostsWithWork(
  db: Db,
  tenantId: string,
  personId: string,
  today: string,
): Promise<HeldPost[]> {
  const rows = await db.query<{
    id: string;
    name: string;
    org_name: string;
    others: string[];
    open_tasks: number;
  }>(
    `WITH holder AS (
       SELECT h.post_id, n.id AS person_id, n.name
       FROM post_holder h
       JOIN account a ON a.tenant_id = $1 AND a.id = h.account_id
         AND (NOT a.is_disabled OR a.person_id = $2)
       JOIN person n ON n.tenant_id = $1 AND n.id = a.person_id
       WHERE h.tenant_id = $1 AND h.from_on <= $3::date
         AND (h.to_on IS NULL OR h.to_on >= $3::date))
     SELECT p.id, p.name, o.name AS org_name,
       ARRAY(SELECT x.name FROM holder x WHERE x.post_id = p.id AND x.person_id <> $2
         ORDER BY x.name) AS others,
       (SELECT count(*) FROM open_task t WHERE t.tenant_id = $1 AND t.post_id = p.id)::int
         AS open_tasks
     FROM holder m
     JOIN post p ON p.tenant_id = $1 AND p.id = m.post_id
     JOIN org o ON o.tenant_id = $1 AND o.id = p.org_id
     WHERE m.person_id = $2 ORDER BY p.id`,
    [tenantId, personId, today],
  );
  return rows.map((row) => ({
    postId: row.id,
    name: row.name,
    orgName: row.org_name,
    others: row.others,
    openTasks: row.open_tasks,
  }));
}

export interface UnreadCopy {
  readonly caseId: string;
  readonly readingId: string;
  readonly isForOpinion: boolean;
}

/** What was sent to the person by name and not read. */
export async function listUnreadCopies(
  db: Db,
  tenantId: string,
  personId: string,
): Promise<UnreadCopy[]> {
  const rows = await db.query<{ case_id: string; reading_id: string; kind: string }>(
    `SELECT case_id, reading_id, kind FROM reading
     WHERE tenant_id = $1 AND reader = $2 AND read_at IS NULL ORDER BY at, case_id, reading_id`,
    [tenantId, `person:${personId}`],
  );
  return rows.map((row) => ({
    caseId: row.case_id,
    readingId: row.reading_id,
    isForOpinion: row.kind === 'circulation',
  }));
}

/** Applications that the person is taking down at the counter for somebody else. */
export async function countCounterDrafts(
  db: Db,
  tenantId: string,
  personId: string,
): Promise<number> {
  const [row] = await db.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM draft
     WHERE tenant_id = $1 AND person_id = $2 AND is_at_counter AND filed_case_id IS NULL`,
    [tenantId, personId],
  );
  return row?.n ?? 0;
}

export async function moveCounterDrafts(
  tx: Db,
  tenantId: string,
  fromPersonId: string,
  toPersonId: string,
): Promise<void> {
  await tx.query(
    `UPDATE draft SET person_id = $3
     WHERE tenant_id = $1 AND person_id = $2 AND is_at_counter AND filed_case_id IS NULL`,
    [tenantId, fromPersonId, toPersonId],
  );
}

/** The receiver holds the posts from today; the leaving person until yesterday. */
export async function movePosts(
  tx: Db,
  tenantId: string,
  move: {
    readonly from: string;
    readonly to: string;
    readonly postIds: readonly string[];
    readonly today: string;
  },
): Promise<void> {
  const values = [tenantId, move.to, [...move.postIds], move.today];
  await tx.query(
    `INSERT INTO post_holder (tenant_id, account_id, post_id, from_on)
     SELECT $1, a.id, p.id, $4::date
     FROM account a, post p
     WHERE a.tenant_id = $1 AND a.person_id = $2 AND NOT a.is_disabled
       AND p.tenant_id = $1 AND p.id = ANY ($3)
       AND NOT EXISTS (SELECT 1 FROM post_holder h WHERE h.tenant_id = $1
         AND h.account_id = a.id AND h.post_id = p.id AND (h.to_on IS NULL OR h.to_on >= $4::date))
     ON CONFLICT (tenant_id, account_id, post_id, from_on) DO UPDATE SET to_on = NULL`,
    values,
  );
  // Who got the post today has held it for no day: its last day lies before its first.
  await tx.query(
    `UPDATE post_holder h SET to_on = $4::date - 1
     FROM account a
     WHERE a.tenant_id = $1 AND a.person_id = $2 AND h.tenant_id = $1 AND h.account_id = a.id
       AND h.post_id = ANY ($3) AND (h.to_on IS NULL OR h.to_on >= $4::date)`,
    [tenantId, move.from, [...move.postIds], move.today],
  );
}
