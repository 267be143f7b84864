import type { Board, BoardChange } from '@yichuang/contracts';

/** What of a board is another than it was; `turned` are those since the last one. */
export function changeOf(before: Board, now: Board): BoardChange {
  const known = new Map(before.rows.map((row) => [row.orgId, JSON.stringify(row)]));
  const standing = new Set(now.rows.map(({ orgId }) => orgId));
  return {
    at: now.at,
    total: now.total,
    today: now.today,
    rows: now.rows.filter((row) => known.get(row.orgId) !== JSON.stringify(row)),
    gone: before.rows.map(({ orgId }) => orgId).filter((orgId) => !standing.has(orgId)),
    turned: now.turned,
    ...(now.root === undefined ? {} : { root: now.root }),
  };
}

/** Nothing on the board would look different. */
export function isSameBoard(before: Board, now: Board): boolean {
  const seen = ({ total, today, rows, root }: Board) => JSON.stringify([total, today, rows, root]);
  return now.turned.length === 0 && seen(before) === seen(now);
}
