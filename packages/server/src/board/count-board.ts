import type { Board, BoardRow, TurnedCase } from '@yichuang/contracts';
import { isAccusedName } from '@yichuang/kernel/case';
import { addDays, civilDate, startOfDay, type Instant } from '@yichuang/kernel/time';
import type { DirectoryOrg } from '../cases/index.ts';
import { readHeads } from '../ledger/index.ts';
import type { BoardDeps } from './board-deps.ts';
import { isInScope, unitOf, type BoardScope } from './board-scope.ts';
import { countLights, countToday, type OrgLights, type OrgToday } from './count-lights.pg.ts';
import { findTurnedLights, type TurnedLight } from './find-turned.pg.ts';
import { addLights, noLights } from './light-counts.ts';

/** How many of the cases that turned last are shown. */
const NEWEST = 12;
/** Letters that complain of the reader are left out of what was found. */
const SPARE = 8;
/** Of the head's 64 digits: what the checker of receipts asks of a note on paper at least. */
const SHORT_CODE = 16;

/** Counted once for all who look, then cut to what each may see. */
export interface BoardCount {
  readonly at: Instant;
  readonly lights: readonly OrgLights[];
  readonly today: readonly OrgToday[];
  readonly orgs: ReadonlyMap<string, DirectoryOrg>;
  readonly root: Board['root'];
}

export async function countBoard(deps: BoardDeps): Promise<BoardCount> {
  const { db, tenantId, clock, directory } = deps;
  const at = clock.now();
  const day = civilDate(at);
  const [lights, today, orgs, [head]] = await Promise.all([
    countLights(db, tenantId, at),
    countToday(db, tenantId, day, startOfDay(day), startOfDay(addDays(day, 1))),
    directory.orgs(),
    readHeads(db, tenantId, { limit: 1 }),
  ]);
  const short = head && {
    day: head.day,
    code: head.root.slice(0, SHORT_CODE),
    publishedAt: head.publishedAt,
  };
  return { at, lights, today, orgs, root: short };
}

export function boardOf(
  count: BoardCount,
  scope: BoardScope,
  turned: readonly TurnedLight[],
): Board {
  const { at, orgs, root } = count;
  const lights = count.lights.filter((each) => isInScope(scope, each));
  const today = count.today.filter((each) => isInScope(scope, each));
  return {
    at,
    total: lights.map(({ counts }) => counts).reduce(addLights, noLights),
    today: {
      received: today.reduce((sum, { received }) => sum + received, 0),
      concluded: today.reduce((sum, { concluded }) => sum + concluded, 0),
    },
    rows: rowsOf(lights, orgs),
    turned: turnedCases(turned, scope, orgs),
    ...(root === undefined ? {} : { root }),
  };
}

function rowsOf(lights: readonly OrgLights[], orgs: BoardCount['orgs']): BoardRow[] {
  const rows = new Map<string, BoardRow>();
  for (const { orgId, counts } of lights) {
    const unitId = unitOf(orgs, orgId);
    const name = orgs.get(unitId)?.name ?? unitId;
    const before = rows.get(unitId)?.counts ?? noLights;
    rows.set(unitId, { orgId: unitId, name, counts: addLights(before, counts) });
  }
  return [...rows.values()].toSorted(
    ({ counts: a, name }, { counts: b, name: other }) =>
      b.red - a.red || b.yellow - a.yellow || b.open - a.open || (name < other ? -1 : 1),
  );
}

export function turnedCases(
  turned: readonly TurnedLight[],
  scope: BoardScope,
  orgs: BoardCount['orgs'],
): TurnedCase[] {
  return turned
    .filter((each) => isInScope(scope, each))
    .filter(({ accused }) => accused === null || !isAccusedName(accused, scope.name))
    .slice(0, NEWEST)
    .map(({ caseId, number, itemName, orgId, light, turnedAt }) => {
      const unitId = unitOf(orgs, orgId);
      const orgName = orgs.get(unitId)?.name ?? unitId;
      return { caseId, number, itemName, orgName, light, turnedAt };
    });
}

/** The board as that session sees it now. */
export async function readBoard(deps: BoardDeps, scope: BoardScope): Promise<Board> {
  const count = await countBoard(deps);
  const turned = await findTurnedLights(deps.db, deps.tenantId, {
    at: count.at,
    ...(scope.orgIds === undefined ? {} : { orgIds: [...scope.orgIds] }),
    withWithheld: scope.isSpecial,
    most: NEWEST + SPARE,
  });
  return boardOf(count, scope, turned);
}
