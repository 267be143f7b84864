import type { PlainDate } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';

/** `YYYYMMDD` and six digits that run through the day: short enough to read out on the phone. */
export async function nextCaseNumber(db: Db, tenantId: string, day: PlainDate): Promise<string> {
  const date = day.replaceAll('-', '');
  const [row] = await db.query<{ n: number }>(
    `INSERT INTO counter AS c (tenant_id, name, n) VALUES ($1, $2, 1)
     ON CONFLICT (tenant_id, name) DO UPDATE SET n = c.n + excluded.n RETURNING n`,
    [tenantId, `case ${date}`],
  );
  if (row === undefined) throw new Error('the counter gave no number');
  return `${date}${String(row.n).padStart(6, '0')}`;
}
