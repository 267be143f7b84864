import type { Instant } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';

/** Whoever has the same log-in name there; else anybody, for each row names somebody. */
const SAME_PERSON = (column: string): string => `coalesce(
  (SELECT t.person_id FROM account t JOIN account o ON o.login_name = t.login_name
   WHERE t.tenant_id = $2 AND o.tenant_id = $1 AND o.person_id = ${column}),
  (SELECT person_id FROM account WHERE tenant_id = $2 ORDER BY login_name LIMIT 1))`;

/**
 * What the county's people have drawn goes into a new trial: versions published beyond the pack,
 * in force from the trial's first moment where they are in force, and drafts, so that a flow can be
 * published and lived through there before it is published in earnest.
 */
export async function copyDesign(
  db: Db,
  countyId: string,
  trialId: string,
  { realNow, trialNow }: { readonly realNow: Instant; readonly trialNow: Instant },
): Promise<void> {
  await db.query(
    `INSERT INTO item (tenant_id, code, version, name, org_id, task_type, handling_mode, is_online,
       audiences, themes, definition, source, origin, search_terms, superseded_by, status,
       valid_from, published_at, published_by, note)
     SELECT $2, i.code, i.version, i.name, i.org_id, i.task_type, i.handling_mode, i.is_online,
       i.audiences, i.themes, i.definition, i.source, i.origin, i.search_terms, i.superseded_by,
       'planned', CASE WHEN i.valid_from <= $3 THEN $4 ELSE i.valid_from END, $4,
       ${SAME_PERSON('i.published_by')}, i.note
     FROM item i
     WHERE i.tenant_id = $1 AND i.origin = 'designer' AND i.status IN ('planned', 'current')
       AND NOT EXISTS (SELECT 1 FROM item t
         WHERE t.tenant_id = $2 AND t.code = i.code AND t.version = i.version)`,
    [countyId, trialId, realNow, trialNow],
  );
  await db.query(
    `INSERT INTO item_draft (tenant_id, id, revision, item_code, name, org_id, base_version,
       definition, problem_count, created_by, created_at, changed_by, changed_at)
     SELECT $2, d.id, d.revision, d.item_code, d.name, d.org_id, d.base_version, d.definition,
       d.problem_count, ${SAME_PERSON('d.created_by')}, $3, ${SAME_PERSON('d.changed_by')}, $3
     FROM item_draft d WHERE d.tenant_id = $1`,
    [countyId, trialId, trialNow],
  );
}
