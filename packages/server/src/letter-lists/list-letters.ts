/** The staff's list and search of letters. */
import type { LetterPage, LetterQuery, LetterRow } from '@yichuang/contracts';
import { isAccusedName, LETTERS_OFFICE, SPECIAL_LETTERS } from '@yichuang/kernel/case';
import { civilDate, isPlainDate, lightAt, remainingWorkingDays } from '@yichuang/kernel/time';
import { SATISFACTIONS } from '@yichuang/kernel/words';
import {
  given,
  hiddenSender,
  isUuid,
  readPlace,
  writePlace,
  type CaseDeps,
  type CaseDesk,
  type DirectoryOrg,
  type ListPlace,
} from '../cases/index.ts';
import type { LetterFinder } from '../insight/index.ts';
import type { Session } from '../platform/http/index.ts';
import type { Language } from '../platform/refusal.ts';
import { listLetterRows, type ListedLetter, type ListFilter } from './letter-rows.pg.ts';

export interface LetterListDeps extends Pick<
  CaseDeps,
  'db' | 'tenantId' | 'clock' | 'statutes' | 'directory'
> {
  readonly desk: Pick<CaseDesk, 'readerKeys'>;
  /** Of the office's shelf. */
  readonly finder: LetterFinder;
}

const USUAL = 50;
/** Ids that a figure leads to at once. */
const MOST_IDS = 200;
/** Of a search by words: letters that hold them, looked at for the other filters at a time. */
const FOUND_AT_ONCE = 200;
const MOST_ROUNDS = 8;

export async function listLetters(
  deps: LetterListDeps,
  session: Session,
  query: LetterQuery,
  language: Language,
): Promise<LetterPage> {
  const limit = query.limit ?? USUAL;
  const reader = await readerOf(deps, session);
  const q = (query.q ?? '').trim();
  const { rows, rest } =
    q === ''
      ? { rows: await listed(deps, reader, { ...filterOf(query), ...placeOf(query) }, limit + 1) }
      : await searched(deps, reader, q, query, limit + 1);
  const orgs = await deps.directory.orgs();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const next =
    rows.length > limit && last !== undefined
      ? { at: last.received_at, caseId: last.case_id }
      : rest;
  return {
    rows: page
      .filter(({ accused }) => accused === null || !isAccusedName(accused, session.name ?? ''))
      .map((row) => rowOf(deps, row, { reader, orgs, language })),
    ...given('nextCursor', next && writePlace(next)),
  };
}

interface Reader {
  readonly keys: readonly string[];
  readonly isOffice: boolean;
  /** Appointed for sensitive and confidential letters. */
  readonly isSpecial: boolean;
}

async function readerOf({ desk }: LetterListDeps, session: Session): Promise<Reader> {
  const capabilities = session.posts.flatMap((post) => post.capabilities);
  return {
    keys: await desk.readerKeys(session),
    isOffice: capabilities.includes(LETTERS_OFFICE),
    isSpecial: capabilities.includes(SPECIAL_LETTERS),
  };
}

function listed(
  { db, tenantId, clock }: LetterListDeps,
  reader: Reader,
  filter: ListFilter,
  limit: number,
): Promise<ListedLetter[]> {
  return listLetterRows(db, tenantId, reader, filter, clock.now(), limit);
}

interface Found {
  readonly rows: readonly ListedLetter[];
  /** Where the search goes on, when it stopped before everything was looked at. */
  readonly rest?: ListPlace | undefined;
}

/** Letters that hold all words, then the other filters, until the page is full. */
async function searched(
  deps: LetterListDeps,
  reader: Reader,
  text: string,
  query: LetterQuery,
  limit: number,
): Promise<Found> {
  const filter = filterOf(query);
  const rights = { readers: reader.keys, maySeeWithheld: true };
  const rows: ListedLetter[] = [];
  let place: ListPlace | undefined = readPlace(query.cursor);
  for (let round = 0; round < MOST_ROUNDS && rows.length < limit; round += 1) {
    const after = place && { receivedAt: place.at, caseId: place.caseId };
    const most = FOUND_AT_ONCE;
    const found = await deps.finder.search({
      text,
      filter: {},
      rights,
      most,
      ...(after === undefined ? {} : { after }),
    });
    const caseIds = found.map(({ caseId }) => caseId);
    rows.push(...(await listed(deps, reader, { ...filter, caseIds }, most)));
    const last = found.at(-1);
    if (last === undefined || found.length < most) return { rows };
    place = { at: last.receivedAt, caseId: last.caseId };
  }
  return { rows, ...given('rest', place) };
}

function filterOf(query: LetterQuery): ListFilter {
  const { kind, phase, unitId, divisionId, category, light, satisfaction } = query;
  const [from, until] = [query.from, query.until].map((day) =>
    day !== undefined && isPlainDate(day) ? day : undefined,
  );
  return {
    ...given('kind', kind),
    ...given('phase', phase),
    ...given('unitId', unitId),
    ...given('divisionId', divisionId),
    ...given('category', category),
    ...given('light', light),
    ...given('satisfaction', satisfaction),
    ...given('from', from),
    ...given('until', until),
    ...given('caseIds', idsOf(query.ids)),
  };
}

function placeOf(query: LetterQuery): Pick<ListFilter, 'after'> {
  return given('after', readPlace(query.cursor));
}

/** Ids separated by commas; what is none finds none. */
function idsOf(ids: string | undefined): string[] | undefined {
  return ids?.split(',').filter(isUuid).slice(0, MOST_IDS);
}

function rowOf(
  { clock, statutes }: LetterListDeps,
  row: ListedLetter,
  shown: {
    readonly reader: Reader;
    readonly orgs: ReadonlyMap<string, DirectoryOrg>;
    readonly language: Language;
  },
): LetterRow {
  const { reader, orgs, language } = shown;
  const name = (orgId: string | null) =>
    orgId === null ? undefined : (orgs.get(orgId)?.name ?? orgId);
  const isHidden = row.is_withheld && !reader.isSpecial;
  const { due_on: dueOn, is_suspended: isSuspended } = row;
  const remaining =
    dueOn === null || isSuspended
      ? undefined
      : remainingWorkingDays(statutes.calendar, civilDate(clock.now()), dueOn);
  return {
    caseId: row.case_id,
    number: row.number,
    kind: row.kind,
    itemName: row.item_name,
    title: row.title,
    senderName: isHidden ? hiddenSender(language) : row.sender_name,
    channel: row.channel,
    ...given('division', name(row.division_id)),
    ...given('category', row.category ?? undefined),
    ...given('unit', name(row.unit_id)),
    phase: row.phase,
    receivedAt: row.received_at,
    ...given('answeredOn', row.answered_on ?? undefined),
    ...given('dueOn', dueOn ?? undefined),
    light: lightOf(row, clock.now()),
    ...given('remainingDays', remaining),
    isSensitive: row.is_withheld,
    isPublic: row.published_at !== null,
    ...(row.people > 1 ? { people: row.people } : {}),
    ...given('satisfaction', worseOf(row)),
  };
}

function lightOf(
  row: ListedLetter,
  now: ReturnType<LetterListDeps['clock']['now']>,
): LetterRow['light'] {
  const { warn_at: warnAt, overdue_at: overdueAt, is_suspended: suspended } = row;
  if (warnAt === null || overdueAt === null) {
    // Red is never cleared by answering afterwards; nothing runs any more.
    return row.was_late === true ? 'red' : suspended ? 'grey' : 'green';
  }
  return lightAt({ warnAt, overdueAt }, now, { suspended });
}

function worseOf({ office_rating: office, handler_rating: handler }: ListedLetter) {
  return SATISFACTIONS.toReversed().find((rating) => rating === office || rating === handler);
}
