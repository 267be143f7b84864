import type { Database } from '../packages/server/src/platform/db/index.ts';
import { runLoad, type LoadRequest } from './load.ts';
import { quantile } from './statistics.ts';

export interface SearchFigures {
  /** Items of the catalogue that can be found. */
  readonly items: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** `name LIKE '%…%'` of the same words, asked of the database without HTTP. */
  readonly likeP50Ms: number;
  readonly likeP99Ms: number;
}

/** What people type: a purpose, a certificate, a theme, a department, what finds nothing. */
const typed = [
  '开饭店',
  '身份证',
  '施工许可',
  '个体户',
  '营业执照注销',
  '建房',
  '公积金',
  '教育局',
  '结婚',
  '量子计算机',
];

/** One after another, so that it is the time of one search and not of a queue. */
export async function measureSearch(
  db: Database,
  tenantId: string,
  program: { readonly host: string; readonly port: number },
  searches: number,
): Promise<SearchFigures> {
  const word = (n: number): string => typed[n % typed.length] ?? '';
  let asked = -typed.length; // each word once to warm up, uncounted
  const next = (): LoadRequest | undefined => {
    asked += 1;
    if (asked > searches) return undefined;
    const path = `/api/items?q=${encodeURIComponent(word(asked + typed.length))}`;
    return { method: 'GET', path, headers: {}, body: '' };
  };
  const load = { ...program, clients: 1, seconds: 60, requestsOf: () => next };
  const { latenciesMs: all } = await runLoad(load);
  const latenciesMs = all.slice(typed.length);
  const likeMs: number[] = [];
  for (let n = 0; n < searches; n += 1) {
    const startedAt = performance.now();
    await db.query({
      name: 'bench-like',
      text: `SELECT code, name FROM item WHERE tenant_id = $1 AND status = 'current'
        AND superseded_by IS NULL AND name LIKE $2 ORDER BY name LIMIT 20`,
      values: [tenantId, `%${word(n)}%`],
    });
    likeMs.push(performance.now() - startedAt);
  }
  const [row] = await db.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM item
     WHERE tenant_id = $1 AND status = 'current' AND superseded_by IS NULL`,
    [tenantId],
  );
  return {
    items: row?.count ?? 0,
    p50Ms: quantile(latenciesMs, 0.5),
    p99Ms: quantile(latenciesMs, 0.99),
    likeP50Ms: quantile(likeMs, 0.5),
    likeP99Ms: quantile(likeMs, 0.99),
  };
}
