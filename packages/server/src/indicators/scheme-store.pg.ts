/** Assessment schemes: every version for ever, and the next one while it is written. */
import type { AssessmentScheme } from '@yichuang/contracts';
import type { Instant, PlainDate } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';

export interface StoredScheme {
  readonly version: number;
  readonly scheme: AssessmentScheme;
  /** Periods that begin on or after that day are assessed by it. */
  readonly holdsFrom: PlainDate;
  readonly reason: string;
  readonly writtenBy: string;
  readonly madeBy: string;
  readonly madeAt: Instant;
}

/** Newest first. */
export function readSchemes(db: Db, tenantId: string): Promise<StoredScheme[]> {
  return db.query<StoredScheme>(
    `SELECT version, scheme, holds_from AS "holdsFrom", reason, written_by AS "writtenBy",
       made_by AS "madeBy", made_at AS "madeAt"
     FROM assessment_scheme WHERE tenant_id = $1 ORDER BY version DESC`,
    [tenantId],
  );
}

/** @returns false where somebody else made that version meanwhile */
export async function insertScheme(
  tx: Db,
  tenantId: string,
  { version, scheme, holdsFrom, reason, writtenBy, madeBy, madeAt }: StoredScheme,
): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO assessment_scheme
       (tenant_id, version, scheme, holds_from, reason, written_by, made_by, made_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING version`,
    [tenantId, version, JSON.stringify(scheme), holdsFrom, reason, writtenBy, madeBy, madeAt],
  );
  return rows.length > 0;
}

export interface SchemeDraft {
  readonly scheme: AssessmentScheme;
  readonly authorId: string;
  readonly authorName: string;
  readonly changedAt: Instant;
}

export async function findSchemeDraft(db: Db, tenantId: string): Promise<SchemeDraft | undefined> {
  const [row] = await db.query<SchemeDraft>(
    `SELECT scheme, author_id AS "authorId", author_name AS "authorName",
       changed_at AS "changedAt"
     FROM assessment_draft WHERE tenant_id = $1`,
    [tenantId],
  );
  return row;
}

/**
 * Whoever changed it last is its author. Each change is later than the one before, however the
 * clock stands: by its instant it is known which draft somebody read.
 *
 * @param known instant of the draft that was read; undefined where there was none
 * @returns false where it was changed since, or is gone, or another is there
 */
export async function saveSchemeDraft(
  tx: Db,
  tenantId: string,
  { scheme, authorId, authorName, changedAt }: SchemeDraft,
  known: string | undefined,
): Promise<boolean> {
  const values = [tenantId, JSON.stringify(scheme), authorId, authorName, changedAt];
  const rows =
    known === undefined
      ? await tx.query(
          `INSERT INTO assessment_draft (tenant_id, scheme, author_id, author_name, changed_at)
           VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING 1`,
          values,
        )
      : await tx.query(
          `UPDATE assessment_draft SET scheme = $2, author_id = $3, author_name = $4,
             changed_at = greatest($5::timestamptz, changed_at + interval '1 millisecond')
           WHERE tenant_id = $1 AND changed_at = $6::timestamptz RETURNING 1`,
          [...values, known],
        );
  return rows.length > 0;
}

/** @returns false where it was changed since, or is gone */
export async function useUpSchemeDraft(
  tx: Db,
  tenantId: string,
  changedAt: Instant,
): Promise<boolean> {
  const rows = await tx.query(
    'DELETE FROM assessment_draft WHERE tenant_id = $1 AND changed_at = $2 RETURNING 1',
    [tenantId, changedAt],
  );
  return rows.length > 0;
}
