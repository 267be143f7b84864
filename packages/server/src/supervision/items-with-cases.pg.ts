import type { Db } from '../platform/db/index.ts';

export interface NamedItem {
  readonly code: string;
  readonly name: string;
}

/** Items that cases can be of, now or in the past: guides without a flow have none. */
export function itemsWithCases(db: Db, tenantId: string): Promise<NamedItem[]> {
  return db.query<NamedItem & Record<string, unknown>>(
    `SELECT code, name FROM (
       SELECT DISTINCT ON (code) code, name FROM item
       WHERE tenant_id = $1 AND definition ? 'flow' ORDER BY code, version DESC) newest
     ORDER BY name, code`,
    [tenantId],
  );
}
