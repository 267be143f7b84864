import { letterIndexPg, type IndexedLetter } from '../../packages/server/src/insight/index.ts';
import type { Database } from '../../packages/server/src/platform/db/index.ts';

const atOnce = 500;

/**
 * Fills the office's shelf as an import does, then makes the index of grams at once and gathers
 * statistics: kept up letter by letter it takes ten times as long and is the same afterwards.
 * Every letter may be read by its organisation.
 */
export async function loadLetters(
  { db, owner }: { readonly db: Database; readonly owner: Database },
  tenantId: string,
  letters: Iterable<IndexedLetter>,
): Promise<void> {
  const [index] = await owner.query<{ made: string }>(
    "SELECT pg_get_indexdef('letter_index_grams_idx'::regclass) AS made",
  );
  if (index === undefined) throw new Error('letter_index has lost its index of grams');
  await owner.query('DROP INDEX letter_index_grams_idx');
  const shelf = letterIndexPg(db, tenantId, 'office');
  let some: IndexedLetter[] = [];
  for (const letter of letters) {
    some.push(letter);
    if (some.length < atOnce) continue;
    await shelf.put(some);
    some = [];
  }
  await shelf.put(some);
  await owner.query("SET maintenance_work_mem = '512MB'");
  await owner.query(index.made);
  await addReaders(owner, tenantId);
  await owner.query('ANALYZE letter_index, cases, case_reader, letter');
  await db.renewConnections();
}

async function addReaders(owner: Database, tenantId: string): Promise<void> {
  await owner.query(
    `INSERT INTO cases (tenant_id, id, number, version, head_hash, state, item_code, item_version,
       item_name, org_id, applicant_id, contact_id, applicant_name, phase, received_at, changed_at,
       password_hash)
     SELECT tenant_id, case_id, case_id::text, 1, '', '{}', 'letter', 1, 'letter', org_id,
       sender_id, sender_id, '', 'received', received_at, received_at, ''
     FROM letter_index WHERE tenant_id = $1 ON CONFLICT DO NOTHING`,
    [tenantId],
  );
  await owner.query(
    `INSERT INTO case_reader (tenant_id, reader, case_id, received_at)
     SELECT tenant_id, 'org:' || org_id, case_id, received_at
     FROM letter_index WHERE tenant_id = $1 ON CONFLICT DO NOTHING`,
    [tenantId],
  );
  await owner.query(
    `INSERT INTO letter (tenant_id, case_id, number, kind, item_code, channel, title, body,
       category, sender_id, sender_name, office_id, phase, is_withheld, is_simple, received_at,
       received_on, rounds, follow_ups, rectifications, returns, findings, supervisions)
     SELECT tenant_id, case_id, case_id::text, '', 'letter', '', title, plain, category, sender_id,
       '', org_id, 'received', is_withheld, false, received_at, received_at::date, 0, 0, 0, 0, 0, 0
     FROM letter_index WHERE tenant_id = $1`,
    [tenantId],
  );
}
