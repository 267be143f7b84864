/** A look at the clocks costs what turned, not what is open: asked of the database itself. */
import { addMs, instant } from '@yichuang/kernel/time';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestSite, type TestSite } from '../assembly/testing-site.ts';
import { loadOpenCases } from '../board/testing-load.ts';
import {
  findLapsed,
  FIND_LAPSED,
  FIND_RUN_OUT,
  findTurned,
  FIND_TURNED,
} from './clock-sweep.pg.ts';

let site: TestSite;
const at = instant('2026-11-24T02:00:00.000Z');
const since = addMs(at, -60_000);
const CASES = 4_000;

beforeAll(async () => {
  site = await openTestSite();
  const { tenantId } = site.parts.deps;
  await loadOpenCases(site.database.owner, { tenantId, cases: CASES, at });
  await site.database.owner.query('ANALYZE');
});
afterAll(() => site[Symbol.asyncDispose]());

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly Plans?: readonly PlanNode[];
}

async function planOf(text: string, values: readonly unknown[]): Promise<PlanNode[]> {
  const [row] = await site.database.db.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(
    `EXPLAIN (FORMAT JSON) ${text}`,
    values,
  );
  const all = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(all)];
  return (row?.['QUERY PLAN'] ?? []).flatMap(({ Plan }) => all(Plan));
}

describe('a sweep', () => {
  test.each([
    ['what turned', FIND_TURNED.text, [since, at], ['clock_overdue_idx', 'clock_warn_idx']],
    ['what ran out', FIND_RUN_OUT.text, [since, at], ['clock_overdue_idx']],
    ['lapsed corrections', FIND_LAPSED.text, [at, 200], ['clock_lapse_idx']],
  ] as const)('finds %s by ranges of its indexes alone', async (_, text, values, wanted) => {
    const nodes = await planOf(text, [site.parts.deps.tenantId, ...values]);
    const sequential = nodes.filter(
      (node) => node['Node Type'] === 'Seq Scan' && node['Relation Name'] === 'clock',
    );
    expect(sequential).toEqual([]);
    const used = nodes.flatMap((node) => node['Index Name'] ?? []);
    expect(used.filter((name) => name.startsWith('clock')).toSorted()).toEqual(wanted);
  });

  test('finds nothing in a minute in which nothing turned, and all of a midnight', async () => {
    const { db } = site.database;
    const { tenantId } = site.parts.deps;
    expect(await findLapsed(db, tenantId, at, 10)).toEqual([]);
    expect(await findTurned(db, tenantId, since, at)).toEqual([]);
    const day = await findTurned(db, tenantId, addMs(at, -86_400_000), at);
    const [row] = await db.query<{ n: number }>(
      `SELECT count(*) FILTER (WHERE overdue_at > $1 AND overdue_at <= $2)::int
         + count(*) FILTER (WHERE warn_at > $1 AND warn_at <= $2 AND overdue_at > $2)::int AS n
       FROM clock WHERE NOT is_suspended`,
      [addMs(at, -86_400_000), at],
    );
    expect(day.length).toBeGreaterThan(100);
    expect(day).toHaveLength(row?.n ?? 0);
  });
});
