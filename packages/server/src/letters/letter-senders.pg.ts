import type { Instant } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';

/** Ways to be told beside the query page, which is always there. */
export type NoticeChannel = 'inbox' | 'sms' | 'mail';

export interface SenderRow {
  /** Null: nothing was chosen. */
  readonly channels: readonly NoticeChannel[] | null;
  readonly mail_sealed: string | null;
  readonly entered_by: string | null;
  readonly entered_network: string | null;
  readonly slip_networks: readonly string[];
  readonly confirmed_until: Instant | null;
}

export async function findSender(
  db: Db,
  tenantId: string,
  caseId: string,
): Promise<SenderRow | undefined> {
  const rows = await db.query<SenderRow>({
    name: 'letter-sender',
    text: `SELECT channels, mail_sealed, entered_by, entered_network, slip_networks,
        confirmed_until FROM letter_sender WHERE tenant_id = $1 AND case_id = $2`,
    values: [tenantId, caseId],
  });
  return rows[0];
}

/** Before the case is there: no moment in which it could be acted on as if nobody entered it. */
export async function recordEntry(
  db: Db,
  tenantId: string,
  caseId: string,
  { enteredBy, network }: { readonly enteredBy?: string; readonly network: string },
): Promise<void> {
  await db.query(
    `INSERT INTO letter_sender (tenant_id, case_id, entered_by, entered_network)
     VALUES ($1, $2, $3, $4) ON CONFLICT (tenant_id, case_id) DO NOTHING`,
    [tenantId, caseId, enteredBy ?? null, network],
  );
}

export async function putChoice(
  db: Db,
  tenantId: string,
  caseId: string,
  choice: { readonly channels: readonly NoticeChannel[]; readonly mailSealed: string | null },
): Promise<void> {
  await db.query(
    `INSERT INTO letter_sender (tenant_id, case_id, channels, mail_sealed) VALUES ($1, $2, $3, $4)
     ON CONFLICT (tenant_id, case_id) DO UPDATE SET channels = excluded.channels,
       mail_sealed = excluded.mail_sealed`,
    [tenantId, caseId, [...choice.channels], choice.mailSealed],
  );
}

export interface Printer {
  readonly personId: string;
  /** Whether they entered the letter. */
  readonly isOwn: boolean;
  /** The key of the network from which they print. */
  readonly network: string;
}

/** @returns false where staff did not enter it, or where who prints is not as `isOwn` says */
export async function countSlip(
  db: Db,
  tenantId: string,
  caseId: string,
  { personId, isOwn, network }: Printer,
): Promise<boolean> {
  const rows = await db.query(
    `UPDATE letter_sender SET slips = slips + 1,
       slip_networks = CASE WHEN $5 = ANY (slip_networks) THEN slip_networks
         ELSE slip_networks || $5 END
     WHERE tenant_id = $1 AND case_id = $2 AND (entered_by = $3) = $4 RETURNING case_id`,
    [tenantId, caseId, personId, isOwn, network],
  );
  return rows.length === 1;
}

/** A new code replaces the last one. */
export async function putSenderCode(
  tx: Db,
  tenantId: string,
  caseId: string,
  { codeHash, expiresAt }: { readonly codeHash: string; readonly expiresAt: Instant },
): Promise<void> {
  await tx.query(
    `INSERT INTO letter_sender (tenant_id, case_id, code_hash, code_expires_at)
     VALUES ($1, $2, $3, $4)
     ON CONFLICT (tenant_id, case_id) DO UPDATE SET code_hash = excluded.code_hash,
       code_expires_at = excluded.code_expires_at, code_attempts = 0`,
    [tenantId, caseId, codeHash, expiresAt],
  );
}

/** Counts an attempt and gives the hash, unless the code is used, expired or tried too often. */
export async function trySenderCode(
  db: Db,
  tenantId: string,
  caseId: string,
  at: Instant,
  mostAttempts: number,
): Promise<string | undefined> {
  const rows = await db.query<{ code_hash: string }>(
    `UPDATE letter_sender SET code_attempts = code_attempts + 1
     WHERE tenant_id = $1 AND case_id = $2 AND code_hash IS NOT NULL AND code_expires_at > $3
       AND code_attempts < $4 RETURNING code_hash`,
    [tenantId, caseId, at, mostAttempts],
  );
  return rows[0]?.code_hash;
}

/** @returns false when somebody used the code in the same moment */
export async function useSenderCode(
  db: Db,
  tenantId: string,
  caseId: string,
  codeHash: string,
  confirmedUntil: Instant,
): Promise<boolean> {
  const rows = await db.query(
    `UPDATE letter_sender SET code_hash = NULL, code_expires_at = NULL, confirmed_until = $4
     WHERE tenant_id = $1 AND case_id = $2 AND code_hash = $3 RETURNING case_id`,
    [tenantId, caseId, codeHash, confirmedUntil],
  );
  return rows.length === 1;
}
