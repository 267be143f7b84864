import type { PlainDate } from '@yichuang/kernel/time';
import type { CaseDeps } from './case-deps.ts';

/** Before a trial county's numbers: a letter, for numbers are typed on telephones. */
const TRIAL = 'T';

/** `YYYYMMDD` and six digits that run through the day: short enough to read out on the phone. */
export async function nextCaseNumber(
  { db, tenantId, isTrial }: Pick<CaseDeps, 'db' | 'tenantId' | 'isTrial'>,
  day: PlainDate,
): Promise<string> {
  const date = day.replaceAll('-', '');
  const [row] = await db.query<{ n: number }>(
    `INSERT INTO counter AS c (tenant_id, name, n) VALUES ($1, $2, 1)
     ON CONFLICT (tenant_id, name) DO UPDATE SET n = c.n + excluded.n RETURNING n`,
    [tenantId, `case ${date}`],
  );
  if (row === undefined) throw new Error('the counter gave no number');
  return `${isTrial === true ? TRIAL : ''}${date}${String(row.n).padStart(6, '0')}`;
}
