/** A board with what changed on it. Pure. */
import type { Board, BoardChange, BoardRow, TurnedCase } from '@yichuang/contracts';

const MOST_TURNED = 12;

/** Rows stay where they are, new ones come last: nothing jumps under a hand about to click. */
export function applyChange(board: Board, change: BoardChange): Board {
  const changed = new Map(change.rows.map((row) => [row.orgId, row]));
  const standing = board.rows.filter(({ orgId }) => !change.gone.includes(orgId));
  const known = new Set(standing.map(({ orgId }) => orgId));
  const rows: BoardRow[] = [
    ...standing.map((row) => changed.get(row.orgId) ?? row),
    ...change.rows.filter(({ orgId }) => !known.has(orgId)),
  ];
  return {
    ...board,
    at: change.at,
    total: change.total,
    today: change.today,
    rows,
    turned: newest([...change.turned, ...board.turned]),
    ...(change.root === undefined ? {} : { root: change.root }),
  };
}

/** The whole board once more, in the order in which it stands on the screen. */
export function inSameOrder(before: Board, board: Board): Board {
  const place = new Map(before.rows.map(({ orgId }, n) => [orgId, n]));
  const placeOf = ({ orgId }: BoardRow): number => place.get(orgId) ?? place.size;
  return { ...board, rows: board.rows.toSorted((a, b) => placeOf(a) - placeOf(b)) };
}

/** Which rows are another than before, for the glow. */
export function changedOrgs(before: Board, board: Board): string[] {
  const known = new Map(before.rows.map((row) => [row.orgId, JSON.stringify(row.counts)]));
  return board.rows
    .filter(({ orgId, counts }) => known.get(orgId) !== JSON.stringify(counts))
    .map(({ orgId }) => orgId);
}

/** A case stands once, with the light that it turned to last. */
function newest(turned: readonly TurnedCase[]): TurnedCase[] {
  const seen = new Set<string>();
  return turned
    .toSorted((a, b) => (a.turnedAt < b.turnedAt ? 1 : -1))
    .filter(({ caseId }) => !seen.has(caseId) && seen.add(caseId))
    .slice(0, MOST_TURNED);
}
