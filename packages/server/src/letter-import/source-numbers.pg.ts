import type { Db } from '../platform/db/index.ts';

export interface KnownLetter {
  readonly caseId: string;
  readonly number: string;
}

/** Letters that are here already, by the number they have in the system they come from. */
export async function findBySource(
  db: Db,
  tenantId: string,
  sourceNumbers: readonly string[],
): Promise<ReadonlyMap<string, KnownLetter>> {
  const rows = await db.query<KnownLetter & { readonly source: string }>(
    `SELECT source_number AS source, case_id AS "caseId", number FROM letter
     WHERE tenant_id = $1 AND source_number = ANY ($2)`,
    [tenantId, [...sourceNumbers]],
  );
  return new Map(rows.map(({ source, ...known }) => [source, known]));
}

/** Votes as counted in the system that a letter comes from; a later import counts anew. */
export async function putStatedVoices(
  db: Db,
  tenantId: string,
  voices: readonly {
    readonly caseId: string;
    readonly likes: number;
    readonly dislikes: number;
  }[],
): Promise<void> {
  if (voices.length === 0) return;
  await db.query(
    `INSERT INTO stated_voice (tenant_id, case_id, likes, dislikes)
     SELECT $1, v.* FROM unnest($2::uuid[], $3::int[], $4::int[]) AS v
     ON CONFLICT (tenant_id, case_id)
       DO UPDATE SET likes = excluded.likes, dislikes = excluded.dislikes`,
    [
      tenantId,
      voices.map(({ caseId }) => caseId),
      voices.map(({ likes }) => likes),
      voices.map(({ dislikes }) => dislikes),
    ],
  );
}
