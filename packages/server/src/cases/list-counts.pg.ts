import type { ListCounts } from '@yichuang/contracts';
import type { Db } from '../platform/db/index.ts';
import { COUNT_CAP, FOLLOWED, MINE, STARTED, TO_READ, valuesOf } from './task-list-sources.ts';
import type { TaskList, TaskReader } from './task-lists.ts';

/** How much waits on each list. Each count stops at the cap: none reads a large set. */
export async function countLists(
  db: Db,
  tenantId: string,
  reader: TaskReader,
): Promise<ListCounts> {
  const count = async (list: TaskList, rows: string): Promise<number> => {
    const [row] = await db.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM (${rows} LIMIT ${COUNT_CAP}) AS capped`,
      [tenantId, ...valuesOf(list, reader)],
    );
    return row?.n ?? 0;
  };
  const drafts = async (): Promise<number> => {
    const [row] = await db.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM office_draft
       WHERE tenant_id = $1 AND person_id = $2::uuid`,
      [tenantId, reader.personId],
    );
    return row?.n ?? 0;
  };
  return {
    todo: await count('todo', `SELECT DISTINCT case_id, task_id FROM (${MINE}) mine`),
    toread: await count('toread', `SELECT 1 ${TO_READ}`),
    // What has ended waits for nobody.
    started: await count('started', `SELECT 1 ${STARTED} AND c.outcome IS NULL`),
    followed: await count('followed', `SELECT 1 ${FOLLOWED} AND c.outcome IS NULL`),
    drafts: await drafts(),
    cap: COUNT_CAP,
  };
}
