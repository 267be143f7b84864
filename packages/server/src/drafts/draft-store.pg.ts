import type { FormData } from '@yichuang/kernel/form';
import type { Instant } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';
import { MOST_DRAFTS, type Draft, type DraftMaterial, type DraftStore } from './draft-store.ts';

interface DraftRow {
  readonly id: string;
  readonly person_id: string;
  readonly item_code: string;
  readonly item_version: number;
  readonly applicant: NonNullable<Draft['applicant']> | null;
  readonly form: FormData;
  readonly materials: DraftMaterial[];
  readonly is_at_counter: boolean;
  readonly saved_at: Instant;
  readonly filed_case_id: string | null;
}

const COLUMNS = `id, person_id, item_code, item_version, applicant, form, materials,
  is_at_counter, saved_at, filed_case_id`;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

export function createDraftStore(db: Db, tenantId: string): DraftStore {
  const find = async (
    from: Db,
    personId: string,
    draftId: string,
    lock = '',
  ): Promise<Draft | undefined> => {
    if (!UUID.test(draftId)) return undefined;
    const [row] = await from.query<DraftRow>(
      `SELECT ${COLUMNS} FROM draft WHERE tenant_id = $1 AND id = $2 AND person_id = $3 ${lock}`,
      [tenantId, draftId, personId],
    );
    return row === undefined ? undefined : draftOf(row);
  };
  return {
    async insert(draft) {
      await db.query(
        `INSERT INTO draft (tenant_id, ${COLUMNS}) VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11)`,
        [tenantId, draft.draftId, draft.personId, ...valuesOf(draft)],
      );
    },
    find: (personId, draftId) => find(db, personId, draftId),
    change: (personId, draftId, change) =>
      db.tx(async (tx) => {
        const before = await find(tx, personId, draftId, 'FOR UPDATE');
        if (before === undefined || before.filedCaseId !== undefined) return undefined;
        const after = change(before);
        await tx.query(
          `UPDATE draft SET item_code = $4, item_version = $5, applicant = $6, form = $7,
             materials = $8, is_at_counter = $9, saved_at = $10, filed_case_id = $11
           WHERE tenant_id = $1 AND id = $2 AND person_id = $3`,
          [tenantId, draftId, personId, ...valuesOf(after)],
        );
        return after;
      }),
    async remove(personId, draftId) {
      if (!UUID.test(draftId)) return;
      await db.query(
        `DELETE FROM draft WHERE tenant_id = $1 AND id = $2 AND person_id = $3
           AND filed_case_id IS NULL`,
        [tenantId, draftId, personId],
      );
    },
    async list(personId, isAtCounter) {
      const rows = await db.query<DraftRow>(
        `SELECT ${COLUMNS} FROM draft
         WHERE tenant_id = $1 AND person_id = $2 AND is_at_counter = $3 AND filed_case_id IS NULL
         ORDER BY saved_at DESC LIMIT ${MOST_DRAFTS}`,
        [tenantId, personId, isAtCounter],
      );
      return rows.map(draftOf);
    },
    async isFull(personId, isAtCounter) {
      const rows = await db.query(
        `SELECT 1 FROM draft
         WHERE tenant_id = $1 AND person_id = $2 AND is_at_counter = $3 AND filed_case_id IS NULL
         LIMIT ${MOST_DRAFTS}`,
        [tenantId, personId, isAtCounter],
      );
      return rows.length === MOST_DRAFTS;
    },
    async markFiled(personId, draftId, caseId) {
      // What was typed now lives in the case; the copy here would outlive its purpose.
      await db.query(
        `UPDATE draft SET filed_case_id = $4, form = '{}', materials = '[]', applicant = NULL
         WHERE tenant_id = $1 AND id = $2 AND person_id = $3`,
        [tenantId, draftId, personId, caseId],
      );
    },
    async recordUpload(personId, sha256, at) {
      await db.query(
        `INSERT INTO upload (tenant_id, person_id, sha256, at) VALUES ($1, $2, $3, $4)
         ON CONFLICT DO NOTHING`,
        [tenantId, personId, sha256, at],
      );
    },
    async hasUploaded(personId, sha256s) {
      const wanted = [...new Set(sha256s)];
      const rows = await db.query(
        'SELECT 1 FROM upload WHERE tenant_id = $1 AND person_id = $2 AND sha256 = ANY ($3)',
        [tenantId, personId, wanted],
      );
      return rows.length === wanted.length;
    },
  };
}

function valuesOf(draft: Draft): unknown[] {
  return [
    draft.itemCode,
    draft.itemVersion,
    draft.applicant === undefined ? null : JSON.stringify(draft.applicant),
    JSON.stringify(draft.form),
    JSON.stringify(draft.materials),
    draft.isAtCounter,
    draft.savedAt,
    draft.filedCaseId ?? null,
  ];
}

function draftOf(row: DraftRow): Draft {
  return {
    draftId: row.id,
    personId: row.person_id,
    itemCode: row.item_code,
    itemVersion: row.item_version,
    form: row.form,
    materials: row.materials,
    isAtCounter: row.is_at_counter,
    savedAt: row.saved_at,
    ...(row.applicant === null ? {} : { applicant: row.applicant }),
    ...(row.filed_case_id === null ? {} : { filedCaseId: row.filed_case_id }),
  };
}
