import type { Instant } from '@yichuang/kernel/time';
import type { Db } from '../../platform/db/index.ts';

export interface WaitingTask {
  readonly caseId: string;
  readonly number: string;
  readonly taskId: string;
  readonly duty: string;
  readonly openedAt: Instant;
  /** Persons who may act on it today. */
  readonly personIds: readonly string[];
}

/** Open tasks with whoever may act on them: by post, by a capability, or held by name. */
export function listWaiting(db: Db, trialId: string): Promise<WaitingTask[]> {
  return db.query<WaitingTask>(
    `SELECT t.case_id AS "caseId", c.number, t.task_id AS "taskId", min(t.duty) AS duty,
       min(t.opened_at) AS "openedAt",
       array_agg(DISTINCT a.person_id::text ORDER BY a.person_id::text) AS "personIds"
     FROM open_task t
     JOIN cases c ON c.tenant_id = $1 AND c.id = t.case_id
     JOIN post p ON p.tenant_id = $1
     JOIN post_holder h ON h.tenant_id = $1 AND h.post_id = p.id
     JOIN account a ON a.tenant_id = $1 AND a.id = h.account_id
     WHERE t.tenant_id = $1 AND (t.post_id = p.id OR t.post_id = 'person:' || a.person_id
       OR t.post_id LIKE 'capability:%' AND substr(t.post_id, 12) = ANY (p.capabilities))
     GROUP BY t.case_id, c.number, t.task_id
     ORDER BY "openedAt", c.number, t.task_id`,
    [trialId],
  );
}

/** Cases whose applicants were asked to correct something and have not yet. */
export function listCorrections(
  db: Db,
  trialId: string,
): Promise<{ caseId: string; number: string; contactId: string; askedAt: Instant }[]> {
  return db.query(
    `SELECT c.id AS "caseId", c.number, c.contact_id::text AS "contactId",
       c.changed_at AS "askedAt"
     FROM clock k JOIN cases c ON c.tenant_id = $1 AND c.id = k.case_id
     WHERE k.tenant_id = $1 AND k.kind = 'correction' AND k.stopped_at IS NULL
       AND c.phase = 'correction-pending'
     ORDER BY c.number`,
    [trialId],
  );
}

/** Letters that were answered and that their senders have not rated. */
export function listUnrated(
  db: Db,
  trialId: string,
): Promise<{ caseId: string; number: string; contactId: string; answeredAt: Instant }[]> {
  return db.query(
    `SELECT c.id AS "caseId", c.number, c.contact_id::text AS "contactId",
       c.changed_at AS "answeredAt"
     FROM letter l JOIN cases c ON c.tenant_id = $1 AND c.id = l.case_id
     WHERE l.tenant_id = $1 AND l.answered_at IS NOT NULL AND l.office_rating IS NULL
     ORDER BY c.number`,
    [trialId],
  );
}

/** The account of a member of staff. */
export async function findAccountOf(
  db: Db,
  trialId: string,
  personId: string,
): Promise<{ id: string; name: string } | undefined> {
  const [account] = await db.query<{ id: string; name: string }>(
    `SELECT a.id, p.name FROM account a
     JOIN person p ON p.tenant_id = $1 AND p.id = a.person_id
     WHERE a.tenant_id = $1 AND a.person_id = $2`,
    [trialId, personId],
  );
  return account;
}
