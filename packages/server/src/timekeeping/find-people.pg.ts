/** Who is told of clocks that turned: asked once for all of them. */
import type { PlainDate } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';

export interface CaseHolder {
  readonly caseId: string;
  readonly personId: string;
  readonly stepName: string;
}

/** Who holds the open tasks of these cases today; a person once for each case. */
export async function findHolders(
  db: Db,
  tenantId: string,
  caseIds: readonly string[],
  today: PlainDate,
): Promise<CaseHolder[]> {
  const rows = await db.query<{ case_id: string; person_id: string; step_name: string }>({
    name: 'sweep-holders',
    text: `WITH task AS MATERIALIZED (SELECT case_id, post_id, step_name FROM open_task
        WHERE tenant_id = $1 AND case_id = ANY ($2::uuid[])),
      holder AS MATERIALIZED (
        SELECT h.post_id, a.person_id FROM post_holder h
        JOIN account a ON a.tenant_id = $1 AND a.id = h.account_id AND NOT a.is_disabled
        WHERE h.tenant_id = $1 AND h.from_on <= $3::date
          AND (h.to_on IS NULL OR h.to_on >= $3::date)
        UNION
        SELECT 'person:' || a.person_id, a.person_id FROM account a
        WHERE a.tenant_id = $1 AND NOT a.is_disabled)
      SELECT t.case_id, h.person_id, min(t.step_name) AS step_name
      FROM task t JOIN holder h ON h.post_id = t.post_id
      GROUP BY t.case_id, h.person_id`,
    values: [tenantId, caseIds, today],
  });
  return rows.map((row) => ({
    caseId: row.case_id,
    personId: row.person_id,
    stepName: row.step_name,
  }));
}

export interface CaseFacts {
  readonly number: string;
  readonly itemName: string;
  /** Who answers for it. */
  readonly orgId: string;
  /** Known to its handlers and to those appointed for such letters only. */
  readonly isWithheld: boolean;
}

export async function readCaseFacts(
  db: Db,
  tenantId: string,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, CaseFacts>> {
  const rows = await db.query<{
    id: string;
    number: string;
    item_name: string;
    org_id: string;
    is_withheld: boolean;
  }>({
    name: 'sweep-cases',
    text: `SELECT c.id, c.number, c.item_name, coalesce(o.org_id, c.org_id) AS org_id,
        coalesce(o.is_withheld, false) AS is_withheld
      FROM cases c
      LEFT JOIN open_light o ON o.tenant_id = $1 AND o.case_id = c.id
      WHERE c.tenant_id = $1 AND c.id = ANY ($2::uuid[])`,
    values: [tenantId, caseIds],
  });
  return new Map(
    rows.map((row): [string, CaseFacts] => [
      row.id,
      {
        number: row.number,
        itemName: row.item_name,
        orgId: row.org_id,
        isWithheld: row.is_withheld,
      },
    ]),
  );
}
