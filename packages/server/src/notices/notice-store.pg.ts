import type { Db } from '../platform/db/pool.ts';
import type { Language } from '../platform/refusal.ts';
import type { NoticeParams } from './render-notice.ts';
import type { NoticeTemplate } from './templates.ts';

export interface NoticeRow {
  readonly id: string;
  readonly case_id: string | null;
  readonly person_id: string | null;
  readonly channel: 'sms' | 'mail' | 'inbox';
  readonly template: NoticeTemplate;
  readonly params: NoticeParams;
  readonly secrets_sealed: string | null;
  readonly address_sealed: string | null;
  readonly language: Language;
  readonly state: 'queued' | 'sent' | 'failed';
  readonly attempts: number;
  readonly created_at: string;
  readonly read_at: string | null;
}

const columns = `id, case_id, person_id, channel, template, params, secrets_sealed,
  address_sealed, language, state, attempts, created_at, read_at`;

export interface NewNotice {
  readonly id: string;
  readonly caseId: string | null;
  readonly personId: string | null;
  readonly channel: NoticeRow['channel'];
  readonly template: NoticeTemplate;
  readonly params: NoticeParams;
  readonly secretsSealed: string | null;
  readonly addressSealed: string | null;
  readonly language: Language;
  readonly dedupeKey: string;
  readonly at: string;
}

/** @returns false when a notice of that dedupe key is there already */
export async function insertNoticeInTx(tx: Db, tenantId: string, n: NewNotice): Promise<boolean> {
  const rows = await tx.query({
    name: 'notice-insert',
    text: `INSERT INTO notice (tenant_id, id, case_id, person_id, channel, template, params,
        secrets_sealed, address_sealed, language, dedupe_key, state, next_at, created_at, sent_at)
      VALUES ($1, $2, $3, $4, $5::text, $6, $7, $8, $9, $10, $11,
        CASE $5::text WHEN 'inbox' THEN 'sent' ELSE 'queued' END, $12::timestamptz,
        $12::timestamptz, CASE $5::text WHEN 'inbox' THEN $12::timestamptz END)
      ON CONFLICT (tenant_id, dedupe_key) DO NOTHING RETURNING id`,
    values: [
      tenantId,
      n.id,
      n.caseId,
      n.personId,
      n.channel,
      n.template,
      JSON.stringify(n.params),
      n.secretsSealed,
      n.addressSealed,
      n.language,
      n.dedupeKey,
      n.at,
    ],
  });
  return rows.length === 1;
}

interface NewInboxRow {
  readonly id: string;
  readonly case_id: string | null;
  readonly person_id: string;
  readonly template: NoticeTemplate;
  readonly params: NoticeParams;
  readonly language: Language;
  readonly dedupe_key: string;
}

/** Those whose dedupe key is there already are left out. */
export async function insertInboxInTx(
  tx: Db,
  tenantId: string,
  rows: readonly NewInboxRow[],
  at: string,
): Promise<void> {
  if (rows.length === 0) return;
  await tx.query({
    name: 'notice-insert-many',
    text: `INSERT INTO notice (tenant_id, id, case_id, person_id, channel, template, params,
        language, dedupe_key, state, next_at, created_at, sent_at)
      SELECT $1, n.id, n.case_id, n.person_id, 'inbox', n.template, n.params, n.language,
        n.dedupe_key, 'sent', $3::timestamptz, $3::timestamptz, $3::timestamptz
      FROM json_to_recordset($2) AS n(id uuid, case_id text, person_id uuid, template text,
        params jsonb, language text, dedupe_key text)
      ON CONFLICT (tenant_id, dedupe_key) DO NOTHING`,
    values: [tenantId, JSON.stringify(rows), at],
  });
}

export async function findNotice(
  db: Db,
  tenantId: string,
  id: string,
): Promise<NoticeRow | undefined> {
  const rows = await db.query<NoticeRow>(
    `SELECT ${columns} FROM notice WHERE tenant_id = $1 AND id = $2`,
    [tenantId, id],
  );
  return rows[0];
}

export async function markSent(db: Db, tenantId: string, id: string, at: string): Promise<void> {
  await db.query(
    `UPDATE notice SET state = 'sent', sent_at = $3, attempts = attempts + 1,
       secrets_sealed = NULL, last_error = NULL
     WHERE tenant_id = $1 AND id = $2`,
    [tenantId, id, at],
  );
}

export async function markFailed(
  db: Db,
  tenantId: string,
  id: string,
  reason: string,
): Promise<void> {
  await db.query(
    `UPDATE notice SET state = 'failed', attempts = attempts + 1, secrets_sealed = NULL,
       last_error = $3
     WHERE tenant_id = $1 AND id = $2`,
    [tenantId, id, reason],
  );
}

export async function postponeInTx(
  tx: Db,
  tenantId: string,
  id: string,
  nextAt: string,
  reason: string,
): Promise<void> {
  await tx.query(
    `UPDATE notice SET attempts = attempts + 1, next_at = $3, last_error = $4
     WHERE tenant_id = $1 AND id = $2`,
    [tenantId, id, nextAt, reason],
  );
}

/** Newest first; `before` is the last notice of the previous page. */
export async function listInbox(
  db: Db,
  tenantId: string,
  personId: string,
  page: { readonly before?: { readonly at: string; readonly id: string }; readonly limit: number },
): Promise<NoticeRow[]> {
  const { before, limit } = page;
  return db.query<NoticeRow>(
    `SELECT ${columns} FROM notice
     WHERE tenant_id = $1 AND person_id = $2 AND channel = 'inbox'
       AND ($3::timestamptz IS NULL OR (created_at, id) < ($3, $4::uuid))
     ORDER BY created_at DESC, id DESC LIMIT $5`,
    [tenantId, personId, before?.at ?? null, before?.id ?? null, limit],
  );
}

export async function countUnread(db: Db, tenantId: string, personId: string): Promise<number> {
  const rows = await db.query<{ n: number }>(
    `SELECT count(*) AS n FROM (SELECT 1 FROM notice WHERE tenant_id = $1 AND person_id = $2
       AND channel = 'inbox' AND read_at IS NULL LIMIT 100) AS unread`,
    [tenantId, personId],
  );
  return rows[0]?.n ?? 0;
}

export async function markRead(
  db: Db,
  tenantId: string,
  personId: string,
  id: string,
  at: string,
): Promise<void> {
  await db.query(
    `UPDATE notice SET read_at = $4 WHERE tenant_id = $1 AND person_id = $2 AND id = $3
       AND channel = 'inbox' AND read_at IS NULL`,
    [tenantId, personId, id, at],
  );
}

export async function findSealedPhone(
  db: Db,
  tenantId: string,
  personId: string,
): Promise<string | undefined> {
  const rows = await db.query<{ phone_sealed: string | null }>(
    'SELECT phone_sealed FROM person WHERE tenant_id = $1 AND id = $2',
    [tenantId, personId],
  );
  return rows[0]?.phone_sealed ?? undefined;
}
