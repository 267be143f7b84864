import type { Instant } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';
import type { Counts, KeyedCounts } from './case-counts.pg.ts';
import type { OfficeScore } from './score-offices.ts';

/** Counts of every office as they were when the period was published. */
export type FrozenCounts = Readonly<
  Record<string, { readonly counts: Counts; readonly days: readonly (readonly number[])[] }>
>;

export interface StoredAssessment {
  readonly period: string;
  readonly schemeVersion: number;
  readonly counted: FrozenCounts;
  readonly result: readonly OfficeScore[];
  readonly publishedBy: string;
  readonly publishedAt: Instant;
}

export async function findAssessment(
  db: Db,
  tenantId: string,
  period: string,
): Promise<StoredAssessment | undefined> {
  const [row] = await db.query<StoredAssessment>(
    `SELECT period, scheme_version AS "schemeVersion", counted, result,
       published_by AS "publishedBy", published_at AS "publishedAt"
     FROM assessment WHERE tenant_id = $1 AND period = $2`,
    [tenantId, period],
  );
  return row;
}

export async function insertAssessment(
  db: Db,
  tenantId: string,
  stored: StoredAssessment,
): Promise<boolean> {
  const rows = await db.query(
    `INSERT INTO assessment (tenant_id, period, scheme_version, counted, result, published_by,
       published_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING period`,
    [
      tenantId,
      stored.period,
      stored.schemeVersion,
      JSON.stringify(stored.counted),
      JSON.stringify(stored.result),
      stored.publishedBy,
      stored.publishedAt,
    ],
  );
  return rows.length > 0;
}

export interface StoredNote {
  readonly id: string;
  readonly period: string;
  readonly orgId: string;
  readonly kind: 'comment' | 'objection';
  readonly note: string;
  readonly byName: string;
  readonly byPerson: string;
  readonly at: Instant;
}

export function readNotes(db: Db, tenantId: string, period: string): Promise<StoredNote[]> {
  return db.query<StoredNote>(
    `SELECT id, period, org_id AS "orgId", kind, note, by_name AS "byName",
       by_person AS "byPerson", at
     FROM assessment_note WHERE tenant_id = $1 AND period = $2 ORDER BY at, id`,
    [tenantId, period],
  );
}

export async function insertNote(db: Db, tenantId: string, note: StoredNote): Promise<void> {
  await db.query(
    `INSERT INTO assessment_note (tenant_id, id, period, org_id, kind, note, by_name, by_person, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      tenantId,
      note.id,
      note.period,
      note.orgId,
      note.kind,
      note.note,
      note.byName,
      note.byPerson,
      note.at,
    ],
  );
}

export function frozen(offices: ReadonlyMap<string, KeyedCounts>): FrozenCounts {
  return Object.fromEntries(
    [...offices].map(([orgId, { counts, workingDays }]) => [
      orgId,
      { counts, days: [...workingDays].toSorted(([a], [b]) => a - b) },
    ]),
  );
}

export function thawed(counted: FrozenCounts): Map<string, KeyedCounts> {
  return new Map(
    Object.entries(counted).map(([orgId, { counts, days }]) => [
      orgId,
      { counts, workingDays: new Map(days.map(([day = 0, n = 0]) => [day, n])) },
    ]),
  );
}
