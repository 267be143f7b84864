import type { BoardCase, BoardCaseQuery, BoardCases, BoardChoice } from '@yichuang/contracts';
import { isAccusedName } from '@yichuang/kernel/case';
import { civilDate, remainingWorkingDays, type Instant } from '@yichuang/kernel/time';
import { given, readPlace, writePlace, type DirectoryOrg } from '../cases/index.ts';
import type { Session } from '../platform/http/index.ts';
import {
  countChoices,
  listBoardCases,
  type CaseFilter,
  type ChoiceRow,
  type ListedCase,
} from './board-cases.pg.ts';
import type { BoardDeps } from './board-deps.ts';
import { boardScopeOf, orgIdsOfUnit, unitOf, type BoardScope } from './board-scope.ts';

const USUAL = 50;

/** The cases behind a number of the board; as far as the session's board reaches. */
export async function listCasesOfBoard(
  deps: BoardDeps,
  session: Session,
  query: BoardCaseQuery,
): Promise<BoardCases> {
  const { db, tenantId, clock, directory } = deps;
  const at = clock.now();
  const scope = boardScopeOf(session);
  const limit = query.limit ?? USUAL;
  const [orgs, names, keys] = await Promise.all([
    directory.orgs(),
    holderNames(deps),
    deps.desk.readerKeys(session),
  ]);
  const filter = filterOf(query, orgs, scope);
  const after = readPlace(query.cursor);
  const place = { ...filter, ...given('after', after) };
  const [rows, choices] = await Promise.all([
    listBoardCases(db, tenantId, place, { at, keys, most: limit + 1 }),
    after === undefined ? countChoices(db, tenantId, filter, at) : undefined,
  ]);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    at,
    rows: page
      .filter(({ accused }) => accused === null || !isAccusedName(accused, scope.name))
      .map((row) => caseOf(deps, row, at, { orgs, holderName: names })),
    ...given('nextCursor', last && writePlace({ at: last.overdue_at, caseId: last.case_id })),
    ...given('items', choices && choices.items.map((each) => choice(each, each.name ?? each.key))),
    ...given(
      'holders',
      choices && choices.holders.map((each) => choice(each, names(each.key) ?? each.key)),
    ),
  };
}

const choice = ({ key, cases }: ChoiceRow, name: string): BoardChoice => ({ key, name, cases });

function filterOf(
  query: BoardCaseQuery,
  orgs: ReadonlyMap<string, DirectoryOrg>,
  scope: BoardScope,
): CaseFilter {
  const { orgId, light, level, wasLate, itemCode, holder } = query;
  const own = scope.orgIds === undefined ? undefined : [...scope.orgIds];
  return {
    ...given('orgIds', orgId === undefined ? own : orgIdsOfUnit(orgs, orgId, scope)),
    withWithheld: scope.isSpecial,
    ...given('light', light),
    ...given('level', level),
    ...given('wasLate', wasLate),
    ...given('itemCode', itemCode),
    ...given('holder', holder),
  };
}

/** Names of who has a task: `name` alone, `where` before it unless that is the unit asked for. */
type HolderNames = (key: string, ofUnit?: string) => string | undefined;

/** A post by its name, a person by theirs; undefined for what only counts as a list. */
async function holderNames({ directory }: BoardDeps): Promise<HolderNames> {
  const [posts, orgs] = await Promise.all([directory.posts(), directory.orgs()]);
  const persons = new Map(
    [...posts.values()].flatMap(({ people }) =>
      people.map(({ personId, name }): [string, string] => [`person:${personId}`, name]),
    ),
  );
  return (key, ofUnit) => {
    const post = posts.get(key);
    if (post === undefined) return persons.get(key);
    const unitId = unitOf(orgs, post.orgId);
    const org = orgs.get(unitId)?.name ?? '';
    const isSaid = ofUnit === unitId || post.name.startsWith(org);
    return isSaid ? post.name : `${org} ${post.name}`;
  };
}

const NEVER = '9999';

function lightOf(warnAt: Instant, overdueAt: Instant, at: Instant): 'green' | 'yellow' | 'red' {
  if (overdueAt <= at) return 'red';
  return warnAt <= at ? 'yellow' : 'green';
}

function caseOf(
  { statutes }: BoardDeps,
  row: ListedCase,
  at: Instant,
  names: {
    readonly orgs: ReadonlyMap<string, DirectoryOrg>;
    readonly holderName: HolderNames;
  },
): BoardCase {
  const level = (warnAt: Instant, overdueAt: Instant) =>
    overdueAt.startsWith(NEVER) ? undefined : lightOf(warnAt, overdueAt, at);
  const dueOn = row.due_on ?? undefined;
  const unitId = unitOf(names.orgs, row.org_id);
  const holders = row.tasks.flatMap(({ key }) => names.holderName(key, unitId) ?? []);
  return {
    caseId: row.case_id,
    number: row.number,
    itemName: row.item_name,
    orgName: names.orgs.get(unitId)?.name ?? unitId,
    light: row.is_running ? lightOf(row.warn_at, row.overdue_at, at) : 'grey',
    levels: {
      ...given('step', level(row.step_warn_at, row.step_overdue_at)),
      ...given('promise', level(row.promise_warn_at, row.promise_overdue_at)),
      ...given('statute', level(row.statute_warn_at, row.statute_overdue_at)),
    },
    wasLate: row.was_late,
    ...given('dueOn', dueOn),
    ...given(
      'remainingDays',
      dueOn && remainingWorkingDays(statutes.calendar, civilDate(at), dueOn),
    ),
    steps: [...new Set(row.tasks.map(({ step }) => step))],
    holders: [...new Set(holders)],
    receivedAt: row.received_at,
    canOpen: row.can_open,
  };
}
