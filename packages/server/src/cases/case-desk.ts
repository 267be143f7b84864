/**
 * Everything that people do with cases, whichever way they come: routes and the portal call these.
 * Each use case asks first whether the person may see the case at all.
 */
import { timingSafeEqual } from 'node:crypto';
import type {
  ApplicantCaseView,
  CaseView,
  ClockExplanation,
  ListCounts,
  TaskPage,
  TrackingView,
} from '@yichuang/contracts';
import {
  isAccused,
  LETTERS_OFFICE,
  SPECIAL_LETTERS,
  type Actor,
  type CaseContext,
  type CaseState,
  type Command,
  type ProxyGrant,
} from '@yichuang/kernel/case';
import type { Instant } from '@yichuang/kernel/time';
import { orgIdsFor, postsFor } from '../people/index.ts';
import type { Session } from '../platform/http/index.ts';
import type { Language, Refusal } from '../platform/refusal.ts';
import { applicantActor, contextOf, staffActor, type ActingApplicant } from './case-context.ts';
import type { CaseDeps } from './case-deps.ts';
import { capabilityPost, personKey, readerKey } from './case-rows.ts';
import type { CaseStore, StoredCase } from './case-store.ts';
import { refuseCase } from './case-texts.ts';
import { applicantView, staffView, trackingView } from './case-view.ts';
import type { ViewDeps } from './view-deps.ts';
import { explainClock } from './clock-view.ts';
import { jointViews } from './part-views.ts';
import { runCommand, type CommandOutcome } from './run-command.ts';
import { showRows } from './show-rows.ts';
import type { ListGrant, TaskLists, TaskQuery, TaskReader } from './task-lists.ts';

export interface DeskDeps extends CaseDeps, ViewDeps {
  readonly cases: CaseStore;
  readonly lists: TaskLists;
  readonly passwordHashOf: (password: string) => string;
  /** Who acts for whom now. */
  readonly proxies: {
    grantsOf(deputyId: string, at: Instant): Promise<readonly ProxyGrant[]>;
  };
}

export type DeskOutcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

type RunningCommand = Exclude<Command, { readonly type: 'ReceiveCase' }>;

export interface CaseDesk {
  tasks(session: Session, query: TaskQuery, language: Language): Promise<TaskPage>;
  /** How much is on each of the reader's lists. */
  counts(session: Session): Promise<ListCounts>;
  staffCase(session: Session, caseId: string, language: Language): Promise<CaseView | undefined>;
  /** Under which keys of `case_reader` this member of staff sees cases, by own right. */
  readerKeys(session: Session): Promise<readonly string[]>;
  /** The case if this member of staff may see it. */
  readable(session: Session, caseId: string): Promise<StoredCase | undefined>;
  ownCase(personId: string, caseId: string): Promise<StoredCase | undefined>;
  applicantCase(
    person: { readonly personId: string; readonly name?: string },
    caseId: string,
    language: Language,
  ): Promise<ApplicantCaseView | undefined>;
  track(number: string, password: string, language: Language): Promise<DeskOutcome<TrackingView>>;
  tracked(number: string, password: string): Promise<StoredCase | undefined>;
  explain(
    found: StoredCase,
    clockId: string,
    language: Language,
  ): Promise<ClockExplanation | undefined>;
  actAsStaff(
    session: Session,
    caseId: string,
    command: RunningCommand,
    key?: string,
  ): Promise<CommandOutcome>;
  actAsApplicant(
    person: ActingApplicant,
    caseId: string,
    command: RunningCommand,
    key?: string,
  ): Promise<CommandOutcome>;
}

export function createCaseDesk(deps: DeskDeps): CaseDesk {
  const { cases } = deps;
  const readable = async (session: Session, caseId: string): Promise<StoredCase | undefined> => {
    const own = await cases.find(caseId, { readers: await readersOf(deps, session) });
    const found = own ?? (await readableByProxy(deps, session, caseId));
    // Whoever a letter complains of reads nothing of it, whatever they may read otherwise.
    return found !== undefined && isAccused(found.state, session.name ?? '') ? undefined : found;
  };
  const ownCase = async (personId: string, caseId: string): Promise<StoredCase | undefined> => {
    const found = await cases.find(caseId);
    return found !== undefined && isParty(found.state, personId) ? found : undefined;
  };
  const tracked = (number: string, password: string): Promise<StoredCase | undefined> =>
    findTracked(deps, number, password);
  return {
    async tasks(session, query, language) {
      const reader = await readerOf(deps, session);
      const page = await deps.lists.find(reader, query, deps.clock.now());
      const isSpecial = session.posts.some((post) => post.capabilities.includes(SPECIAL_LETTERS));
      const by = { readers: reader.readers, isSpecial, name: session.name ?? '' };
      return showRows(deps, page, query.list, by, language);
    },
    counts: async (session) => deps.lists.counts(await readerOf(deps, session)),
    readerKeys: (session) => readersOf(deps, session),
    readable,
    ownCase,
    tracked,
    async staffCase(session, caseId, language) {
      const found = await readable(session, caseId);
      if (found === undefined) return undefined;
      const actor = staffActor(session, await grantsOf(deps, session));
      const view = await staffView(deps, await viewInput(deps, found, actor, language));
      const mayOpen = async (id: string) => (await readable(session, id)) !== undefined;
      return { ...view, ...(await jointViews(deps, found.state, language, mayOpen)) };
    },
    async applicantCase(person, caseId, language) {
      const found = await ownCase(person.personId, caseId);
      if (found === undefined) return undefined;
      const actor = applicantActor(person);
      const view = await applicantView(deps, await viewInput(deps, found, actor, language));
      const mayOpen = async (id: string) => (await ownCase(person.personId, id)) !== undefined;
      return { ...view, ...(await jointViews(deps, found.state, language, mayOpen)) };
    },
    async track(number, password, language) {
      const found = await tracked(number, password);
      if (found === undefined) {
        return { ok: false, refusals: [refuseCase('query-password-wrong')] };
      }
      const actor: Actor = { kind: 'system', rule: 'tracking' };
      const view = await trackingView(deps, await viewInput(deps, found, actor, language));
      const { parts } = await jointViews(deps, found.state, language, async () => false);
      const told = parts?.map((part) => ({ ...part, documents: [] }));
      return { ok: true, value: { ...view, ...(told === undefined ? {} : { parts: told }) } };
    },
    async explain(found, clockId, language) {
      const { clocks } = found.state;
      const clock = Object.hasOwn(clocks, clockId) ? clocks[clockId] : undefined;
      if (clock === undefined) return undefined;
      const context = await contextFor(deps, found.state, { kind: 'system', rule: 'explain' });
      return explainClock(clock, context, language);
    },
    async actAsStaff(session, caseId, command, idempotencyKey) {
      // Not to be seen and not to be found are the same answer, so that nobody can probe numbers.
      const proxies = await grantsOf(deps, session);
      const actor = staffActor(session, proxies);
      const key = keyOf(idempotencyKey);
      const readers = await readersOf(deps, session);
      const outcome = await runCommand(deps, cases, { caseId, command, actor, readers, ...key });
      if (outcome.ok || proxies.length === 0 || !isUnseen(outcome)) return outcome;
      // Not to be seen by own right: as a deputy, where the grant is for this item.
      const found = await readableByProxy(deps, session, caseId);
      if (found === undefined) return outcome;
      return runCommand(deps, cases, { caseId, command, actor, ...key });
    },
    actAsApplicant: (person, caseId, command, idempotencyKey) =>
      runCommand(deps, cases, {
        caseId,
        command,
        actor: applicantActor(person),
        ...keyOf(idempotencyKey),
      }),
  };
}

function keyOf(idempotencyKey: string | undefined): { readonly idempotencyKey?: string } {
  return idempotencyKey === undefined ? {} : { idempotencyKey };
}

function isParty(state: CaseState, personId: string): boolean {
  return state.applicant.personId === personId || state.contact.personId === personId;
}

/**
 * Posts held that may read cases, and what their capabilities put on the lists. Whoever keeps the
 * machine holds a post too, perhaps that of the whole county, and is to read none.
 */
function listPosts(session: Session): string[] {
  const posts = [...postsFor(session, 'case:read'), ...postsFor(session, 'letter:handle')];
  const capabilities = posts.flatMap((post) => post.capabilities);
  return [
    ...new Set(posts.map((post) => post.postId)),
    ...[...new Set(capabilities)].map(capabilityPost),
    personKey(session),
  ];
}

function grantsOf(deps: DeskDeps, session: Session): Promise<readonly ProxyGrant[]> {
  return deps.proxies.grantsOf(session.personId, deps.clock.now());
}

async function listGrants(deps: DeskDeps, session: Session): Promise<ListGrant[]> {
  return (await grantsOf(deps, session)).map(({ principal, posts, itemCodes, openedFrom }) => ({
    keys: [...posts, personKey(principal)],
    principalId: principal.personId,
    principalName: principal.name,
    ...(itemCodes === undefined ? {} : { itemCodes }),
    ...(openedFrom === undefined ? {} : { openedFrom }),
  }));
}

function isUnseen(outcome: Extract<CommandOutcome, { readonly ok: false }>): boolean {
  return outcome.refusals[0]?.code === 'not-your-case';
}

/** A deputy sees what the principal's posts see, of the items that the proxy is for. */
async function readableByProxy(
  deps: DeskDeps,
  session: Session,
  caseId: string,
): Promise<StoredCase | undefined> {
  for (const grant of await grantsOf(deps, session)) {
    const keys = [...grant.posts.map((post) => `post:${post}`), personKey(grant.principal)];
    const found = await deps.cases.find(caseId, { readers: keys });
    if (found !== undefined && isMeantBy(grant, found.state)) return found;
  }
  return undefined;
}

/**
 * The deputy does the principal's work: within the scope, what came since the proxy began where it
 * is for new tasks only, and never what the principal asks for privately (a sick leave).
 */
function isMeantBy(
  { principal, posts, itemCodes, openedFrom }: ProxyGrant,
  state: CaseState,
): boolean {
  if (itemCodes?.includes(state.itemCode) === false) return false;
  if (isParty(state, principal.personId)) return false;
  if (openedFrom === undefined) return true;
  const isTheirs = (person: { readonly personId: string } | undefined, of: readonly string[]) =>
    person === undefined
      ? of.some((post) => posts.includes(post))
      : person.personId === principal.personId;
  const since = [
    ...Object.values(state.marking.tasks)
      .filter((task) => isTheirs(task.holder, task.posts))
      .map((task) => task.openedAt),
    ...Object.values(state.readings ?? {})
      .filter(({ to }) => ('post' in to ? isTheirs(undefined, [to.post]) : isTheirs(to, [])))
      .map(({ at }) => at),
    // Duties that are no task: collecting a fee, filing away.
    state.fee?.assessedAt,
    state.concludedAt,
  ];
  return since.some((at) => at !== undefined && at >= openedFrom);
}

async function readerOf(deps: DeskDeps, session: Session): Promise<TaskReader> {
  const [readers, grants] = await Promise.all([
    readersOf(deps, session),
    listGrants(deps, session),
  ]);
  return { personId: session.personId, posts: listPosts(session), readers, grants };
}

/** Under which keys of `case_reader` somebody may see cases. */
async function readersOf(deps: DeskDeps, session: Session): Promise<string[]> {
  const isSupervisor = postsFor(session, 'supervision:read').some((post) =>
    post.capabilities.includes('supervise'),
  );
  const orgIds = isSupervisor
    ? [...(await deps.directory.orgs()).keys()]
    : [...orgIdsFor(session, 'case:read')];
  // Letters are no department's; a supervisor sees those that their office sees.
  const letters = isSupervisor ? [readerKey(capabilityPost(LETTERS_OFFICE))] : [];
  const own = listPosts(session).map(readerKey);
  return [...own, ...letters, ...orgIds.map((orgId) => `org:${orgId}`)];
}

async function contextFor(deps: DeskDeps, state: CaseState, actor: Actor): Promise<CaseContext> {
  const item = await deps.findItem(state.itemCode, state.itemVersion);
  if (item === undefined) throw new Error(`item ${state.itemCode} is gone`);
  return contextOf(deps, actor, item, await deps.directory.staff());
}

async function viewInput(
  deps: DeskDeps,
  found: StoredCase,
  actor: Actor,
  language: Language,
): Promise<Parameters<typeof staffView>[1]> {
  const context = await contextFor(deps, found.state, actor);
  const events = await deps.cases.events(found.state.caseId);
  return { state: found.state, context, events, language };
}

async function findTracked(
  deps: DeskDeps,
  number: string,
  password: string,
): Promise<StoredCase | undefined> {
  const found = await deps.cases.findByNumber(number.trim());
  const given = Buffer.from(deps.passwordHashOf(password.trim().toUpperCase()));
  // An unknown number takes as long as a wrong password and gets the same answer.
  const expected = Buffer.from(found?.passwordHash ?? given.toString().replaceAll(/./gu, '0'));
  const isRight = given.length === expected.length && timingSafeEqual(given, expected);
  return found === undefined || !isRight ? undefined : deps.cases.find(found.caseId);
}
