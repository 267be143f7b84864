import type {
  PublishedLetter,
  PublishedPage,
  PublishedQuery,
  PublishedRow,
} from '@yichuang/contracts';
import {
  civilDate,
  lightAt,
  remainingWorkingDays,
  startOfDay,
  type Instant,
  type PlainDate,
} from '@yichuang/kernel/time';
import {
  fill,
  given,
  readPlace,
  regionNameAt,
  writePlace,
  type DirectoryOrg,
} from '../cases/index.ts';
import type { Language } from '../platform/refusal.ts';
import { authorOf } from './comments.ts';
import { shownComments } from './comments.pg.ts';
import type { PublicLetterDeps } from './public-letter-deps.ts';
import { publicTexts } from './public-texts.ts';
import {
  findPublishedRow,
  listPublishedRows,
  type PublishedColumns,
  type PublishedText,
} from './published-rows.pg.ts';
import { voicesOf } from './voices.pg.ts';

const PAGE = 20;
/** Of a search by words: so many of the newest that hold them are looked at. */
const MOST_FOUND = 500;

/** A page of public letters, the newest publication first. */
export async function publishedLetters(
  deps: PublicLetterDeps,
  query: PublishedQuery,
): Promise<PublishedPage> {
  const { db, tenantId } = deps;
  const q = (query.q ?? '').trim();
  const found = q === '' ? undefined : await searched(deps, q);
  const after = readPlace(query.cursor);
  const filter = {
    ...given('kind', query.kind),
    ...given('unitId', query.unitId),
    ...given('divisionId', query.divisionId),
    ...given('state', query.state),
    ...given('caseIds', found),
    ...given('after', after),
  };
  const rows = await listPublishedRows(db, tenantId, filter, PAGE + 1);
  const orgs = await deps.directory.orgs();
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  const isMore = rows.length > PAGE && last !== undefined;
  return {
    rows: page.map((row) => rowOf(deps, row, orgs)),
    ...(isMore ? { nextCursor: writePlace({ at: last.published_at, caseId: last.case_id }) } : {}),
  };
}

async function searched({ finder }: PublicLetterDeps, text: string): Promise<string[]> {
  const rights = { maySeeWithheld: false };
  const found = await finder.search({ text, filter: {}, rights, most: MOST_FOUND });
  return found.map(({ caseId }) => caseId);
}

export async function publishedLetter(
  deps: PublicLetterDeps,
  number: string,
  personId: string | undefined,
  language: Language,
): Promise<PublishedLetter | undefined> {
  const { db, tenantId } = deps;
  const row = await findPublishedRow(db, tenantId, number.trim());
  if (row === undefined) return undefined;
  const [orgs, comments, voices] = await Promise.all([
    deps.directory.orgs(),
    shownComments(db, tenantId, row.case_id),
    personId === undefined ? new Set() : voicesOf(db, tenantId, row.case_id, personId),
  ]);
  return {
    ...rowOf(deps, row, orgs),
    body: row.body,
    course: courseOf(row, orgs, language),
    answers: row.answers.map(({ round, text, answeredOn, unitId }) => ({
      round,
      text,
      answeredOn,
      unit: orgs.get(unitId)?.name ?? unitId,
    })),
    comments: comments.map((comment) => ({
      commentId: comment.id,
      by: authorOf(comment, language),
      text: comment.text,
      at: comment.at,
    })),
    hasLiked: voices.has('like'),
    hasSaidMeToo: voices.has('me-too'),
  };
}

function courseOf(
  { course }: PublishedText,
  orgs: ReadonlyMap<string, DirectoryOrg>,
  language: Language,
): PublishedLetter['course'] {
  const texts = publicTexts[language].course;
  const begun = course[0]?.at;
  return course
    .flatMap(({ at, on, key, unitId }) => {
      const when = at ?? instantOf(on, begun);
      const text = texts[key];
      if (when === undefined || text === undefined) return [];
      const unit = unitId === undefined ? '' : (orgs.get(unitId)?.name ?? unitId);
      return [{ at: when, text: fill(text, { unit }) }];
    })
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** Of what is known by its day alone: its beginning, but not before the letter came. */
function instantOf(on: PlainDate | undefined, begun: Instant | undefined): Instant | undefined {
  if (on === undefined) return undefined;
  const start = startOfDay(on);
  return begun !== undefined && begun > start ? begun : start;
}

function rowOf(
  { clock, statutes }: PublicLetterDeps,
  row: PublishedColumns,
  orgs: ReadonlyMap<string, DirectoryOrg>,
): PublishedRow {
  const now = clock.now();
  const { warn_at: warnAt, overdue_at: overdueAt, due_on: dueOn } = row;
  const isRunning = warnAt !== null && overdueAt !== null && dueOn !== null;
  return {
    number: row.number,
    kind: row.kind,
    title: row.title,
    ...given(
      'division',
      row.division_id === null ? undefined : regionNameAt(row.division_id, orgs),
    ),
    ...given('category', row.category ?? undefined),
    ...given('unit', nameIn(orgs, row.unit_id)),
    phase: row.phase,
    receivedOn: row.received_on,
    ...given('answeredOn', row.answered_on ?? undefined),
    light: isRunning ? lightAt({ warnAt, overdueAt }, now, { suspended: false }) : 'green',
    ...(isRunning
      ? {
          dueOn,
          remainingDays: remainingWorkingDays(statutes.calendar, civilDate(now), dueOn),
          remainingUnit: 'WD',
        }
      : {}),
    ...(row.was_late === true ? { wasLate: true as const } : {}),
    likes: row.likes,
    meToos: row.me_toos,
    ...given('satisfaction', row.satisfaction ?? undefined),
  };
}

function nameIn(orgs: ReadonlyMap<string, DirectoryOrg>, orgId: string | null): string | undefined {
  return orgId === null ? undefined : (orgs.get(orgId)?.name ?? orgId);
}
