/**
 * Three roles, so that a fault in the application cannot become a fault in the record:
 *
 * - `yichuang_owner` owns the schema and runs migrations; the running application never uses it;
 * - `yichuang_app` has only the rights that migrations grant it table by table;
 * - `yichuang_queue` owns the schema of the job queue and nothing else.
 *
 * All are LOGIN roles: Citus workers refuse SET ROLE to one that is not. With an outside database
 * the operator makes them (docs/operating/database.md has the statements).
 */
export const ownerRole = 'yichuang_owner';
export const appRole = 'yichuang_app';
export const queueRole = 'yichuang_queue';
export const databaseName = 'yichuang';

export interface RoleUrls {
  readonly owner: string;
  readonly app: string;
  readonly queue: string;
}

/** What an operator runs as superuser on an outside PostgreSQL, before the first start. */
export const operatorSql = `CREATE ROLE ${ownerRole} LOGIN PASSWORD '…';
CREATE ROLE ${appRole} LOGIN PASSWORD '…';
CREATE ROLE ${queueRole} LOGIN PASSWORD '…';
CREATE DATABASE ${databaseName} OWNER ${ownerRole} ENCODING 'UTF8' TEMPLATE template0;`;
