import type { FormData } from '@yichuang/kernel/form';
import type { Instant } from '@yichuang/kernel/time';
import { isUuid } from '../cases/index.ts';
import type { Db } from '../platform/db/index.ts';
import {
  MOST_OFFICE_DRAFTS,
  type OfficeDraftRow,
  type OfficeStore,
  type StartableItem,
} from './office-store.ts';

/** Somebody's habits show in their last cases; counting all of many years would read them all. */
const CASES_COUNTED = 200;
const FORMS_READ = 5;

interface DraftColumns {
  readonly id: string;
  readonly item_code: string;
  readonly item_version: number;
  readonly form: FormData;
  readonly materials: OfficeDraftRow['materials'];
  readonly saved_at: Instant;
}

export function createOfficeStore(db: Db, tenantId: string): OfficeStore {
  return {
    startable: (personId) =>
      db.query<StartableItem>(
        `SELECT i.code, count(c.item_code)::int AS used FROM item i
         LEFT JOIN (SELECT item_code FROM cases WHERE tenant_id = $1 AND applicant_id = $2
           ORDER BY received_at DESC LIMIT ${CASES_COUNTED}) c ON c.item_code = i.code
         WHERE i.tenant_id = $1 AND i.is_internal AND i.is_online AND i.status = 'current'
         GROUP BY i.code, i.definition
         ORDER BY count(c.item_code) DESC, (i.definition->>'rank')::int, i.code`,
        [tenantId, personId],
      ),
    async lastForms(personId, itemCode) {
      const rows = await db.query<{ form: FormData }>(
        `SELECT state->'form' AS form FROM cases
         WHERE tenant_id = $1 AND applicant_id = $2 AND item_code = $3
         ORDER BY received_at DESC LIMIT ${FORMS_READ}`,
        [tenantId, personId, itemCode],
      );
      return rows.map((row) => row.form);
    },
    ...draftStore(db, tenantId),
    ...followStore(db, tenantId),
  };
}

type DraftPart = Pick<OfficeStore, 'drafts' | 'draft' | 'putDraft' | 'removeDraft'>;

function draftStore(db: Db, tenantId: string): DraftPart {
  const columns = 'id, item_code, item_version, form, materials, saved_at';
  return {
    async drafts(personId) {
      const rows = await db.query<DraftColumns>(
        `SELECT ${columns} FROM office_draft WHERE tenant_id = $1 AND person_id = $2
         ORDER BY saved_at DESC, id LIMIT ${MOST_OFFICE_DRAFTS}`,
        [tenantId, personId],
      );
      return rows.map(draftOf);
    },
    async draft(personId, draftId) {
      if (!isUuid(draftId)) return undefined;
      const [row] = await db.query<DraftColumns>(
        `SELECT ${columns} FROM office_draft
         WHERE tenant_id = $1 AND id = $2 AND person_id = $3`,
        [tenantId, draftId, personId],
      );
      return row === undefined ? undefined : draftOf(row);
    },
    async putDraft(personId, draft) {
      const rows = await db.query(
        `INSERT INTO office_draft (tenant_id, id, person_id, item_code, item_version, form,
           materials, saved_at)
         SELECT $1, $2, $3, $4, $5, $6, $7, $8
         WHERE (SELECT count(*) FROM office_draft
           WHERE tenant_id = $1 AND person_id = $3 AND id <> $2) < ${MOST_OFFICE_DRAFTS}
         ON CONFLICT (tenant_id, id) DO UPDATE SET item_code = excluded.item_code,
           item_version = excluded.item_version, form = excluded.form,
           materials = excluded.materials, saved_at = excluded.saved_at
         WHERE office_draft.person_id = excluded.person_id
         RETURNING id`,
        [
          tenantId,
          draft.draftId,
          personId,
          draft.itemCode,
          draft.itemVersion,
          JSON.stringify(draft.form),
          JSON.stringify(draft.materials),
          draft.savedAt,
        ],
      );
      return rows.length > 0;
    },
    async removeDraft(personId, draftId) {
      if (!isUuid(draftId)) return;
      await db.query(
        'DELETE FROM office_draft WHERE tenant_id = $1 AND id = $2 AND person_id = $3',
        [tenantId, draftId, personId],
      );
    },
  };
}

function followStore(
  db: Db,
  tenantId: string,
): Pick<OfficeStore, 'isFollowed' | 'follow' | 'unfollow'> {
  return {
    async isFollowed(personId, caseId) {
      const rows = await db.query(
        'SELECT 1 FROM follow WHERE tenant_id = $1 AND person_id = $2 AND case_id = $3',
        [tenantId, personId, caseId],
      );
      return rows.length > 0;
    },
    async follow(personId, caseId, at) {
      await db.query(
        `INSERT INTO follow (tenant_id, person_id, case_id, at) VALUES ($1, $2, $3, $4)
         ON CONFLICT DO NOTHING`,
        [tenantId, personId, caseId, at],
      );
    },
    async unfollow(personId, caseId) {
      await db.query(
        'DELETE FROM follow WHERE tenant_id = $1 AND person_id = $2 AND case_id = $3',
        [tenantId, personId, caseId],
      );
    },
  };
}

function draftOf(row: DraftColumns): OfficeDraftRow {
  return {
    draftId: row.id,
    itemCode: row.item_code,
    itemVersion: row.item_version,
    form: row.form,
    materials: row.materials,
    savedAt: row.saved_at,
  };
}
