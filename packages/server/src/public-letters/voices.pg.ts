import type { Db } from '../platform/db/index.ts';

export type Voice = 'like' | 'me-too';

export async function voicesOf(
  db: Db,
  tenantId: string,
  caseId: string,
  personId: string,
): Promise<ReadonlySet<Voice>> {
  const rows = await db.query<{ kind: Voice }>(
    'SELECT kind FROM letter_voice WHERE tenant_id = $1 AND case_id = $2 AND person_id = $3',
    [tenantId, caseId, personId],
  );
  return new Set(rows.map(({ kind }) => kind));
}

/** Says it, or takes it back; at once and twice ends as one of both. */
export async function toggleVoice(
  db: Db,
  tenantId: string,
  voice: {
    readonly caseId: string;
    readonly personId: string;
    readonly kind: Voice;
    readonly at: string;
  },
): Promise<void> {
  const { caseId, personId, kind, at } = voice;
  const taken = await db.query(
    `DELETE FROM letter_voice
     WHERE tenant_id = $1 AND case_id = $2 AND person_id = $3 AND kind = $4 RETURNING 1`,
    [tenantId, caseId, personId, kind],
  );
  if (taken.length > 0) return;
  await db.query(
    `INSERT INTO letter_voice (tenant_id, case_id, person_id, kind, at)
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
    [tenantId, caseId, personId, kind, at],
  );
}
