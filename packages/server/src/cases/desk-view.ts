/** What staff see of a case beside its form: see contracts/desk-views.ts. */
import type { CaseView, DebtView, ReadingView, SignerView, SigningView } from '@yichuang/contracts';
import {
  debtsOf,
  hasEnded,
  type Actor,
  type CaseContext,
  type CaseState,
  type ReadingState,
} from '@yichuang/kernel/case';
import {
  openNodes,
  placeOf,
  stepsOf,
  tasksOfRound,
  type FlowDefinition,
  type StepNode,
  type TaskState,
} from '@yichuang/kernel/flow';
import type { Language } from '../platform/refusal.ts';
import type { DirectoryPost } from './directory.ts';
import { clockViews } from './clock-view.ts';
import type { ViewDeps } from './view-deps.ts';

type DeskViews = Pick<
  CaseView,
  'signings' | 'readings' | 'frozen' | 'urges' | 'handOuts' | 'messages' | 'steps'
>;

const MOST_NAMES = 3;

type Posts = ReadonlyMap<string, DirectoryPost>;

export async function deskViewsOf(
  deps: ViewDeps,
  state: CaseState,
  context: CaseContext,
  language: Language,
): Promise<DeskViews> {
  const { flow } = context.item;
  const [posts, orgs] = await Promise.all([deps.directory.posts(), deps.directory.orgs()]);
  return {
    signings: flow === undefined || hasEnded(state) ? [] : signings(state, flow, posts, language),
    readings: readings(state, context.actor, posts),
    urges: (state.urges ?? []).map(({ at, by, message }) => ({ at, by: by.name, message })),
    handOuts: Object.values(state.handOuts ?? {}).map(({ itemCode: _i, orgId, ...handOut }) => ({
      ...handOut,
      orgName: orgs.get(orgId)?.name ?? orgId,
    })),
    messages: flow === undefined ? [] : awaitedMessages(state, flow),
    steps: flow === undefined ? [] : stepsOf(flow).map((step) => named(step, language)),
    ...(state.frozen === undefined
      ? {}
      : { frozen: { at: state.frozen.at, by: state.frozen.by, reason: state.frozen.reason } }),
  };
}

function named(step: StepNode, language: Language): { stepId: string; name: string } {
  return {
    stepId: step.id,
    name: language === 'en' ? (step.nameEn ?? step.name) : step.name,
  };
}

/** Steps under way, with everybody who signs in their current round. */
function signings(
  state: CaseState,
  flow: FlowDefinition,
  posts: Posts,
  language: Language,
): SigningView[] {
  const { marking } = state;
  return stepsOf(flow)
    .filter((step) => marking.nodes[step.id]?.status === 'open')
    .map((step) => {
      const round = marking.nodes[step.id]?.round ?? 1;
      const { agreement } = step;
      return {
        stepId: step.id,
        stepName: named(step, language).name,
        round,
        rule: agreement.rule,
        ...(agreement.rule === 'vote' ? { share: agreement.share } : {}),
        signers: tasksOfRound(marking, step.id, round).map((task) => signer(task, posts)),
      };
    });
}

function signer(task: TaskState, posts: Posts): SignerView {
  return {
    taskId: task.taskId,
    names:
      task.holder === undefined
        ? task.posts.flatMap((id) => namesOf(posts.get(id), id))
        : [task.holder.name],
    passedOn: (task.transfers ?? []).map(({ from, to, at, reason }) => ({
      to: to.name,
      at,
      reason,
      ...(from === undefined ? {} : { from: from.name }),
    })),
    status: task.status,
    weight: task.weight,
    isRead: task.readAt !== undefined,
    isClaimed: task.isClaimed === true,
    at: task.closedAt ?? task.openedAt,
    ...(task.kind === undefined ? {} : { kind: task.kind }),
    ...(task.closedBy === undefined || task.status !== 'done'
      ? {}
      : { signedBy: task.closedBy.name }),
    ...(task.onBehalfOf === undefined ? {} : { onBehalfOf: task.onBehalfOf.name }),
    ...(task.addedBy === undefined ? {} : { addedBy: task.addedBy.person.name }),
    ...(task.verdict === undefined ? {} : { verdict: task.verdict }),
    ...(task.cause === undefined ? {} : { cause: task.cause }),
    ...(task.opinion === undefined ? {} : { opinion: task.opinion }),
    ...(task.question === undefined ? {} : { question: task.question }),
  };
}

/** The people of a post where they are few, else the post. */
function namesOf(post: DirectoryPost | undefined, id: string): string[] {
  const people = post?.people ?? [];
  if (people.length === 0 || people.length > MOST_NAMES) return [post?.name ?? id];
  return people.map(({ name }) => name);
}

function readings(state: CaseState, actor: Actor, posts: Posts): ReadingView[] {
  return Object.values(state.readings ?? {})
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map((reading) => ({
      readingId: reading.readingId,
      kind: reading.kind,
      to: 'post' in reading.to ? (posts.get(reading.to.post)?.name ?? '') : reading.to.name,
      from: reading.from.name,
      at: reading.at,
      note: reading.note,
      isMine: isFor(reading, actor),
      ...(reading.readAt === undefined ? {} : { readAt: reading.readAt }),
      ...(reading.readBy === undefined ? {} : { readBy: reading.readBy.name }),
      ...(reading.opinion === undefined ? {} : { opinion: reading.opinion }),
    }));
}

function isFor({ to }: ReadingState, actor: Actor): boolean {
  if (actor.kind !== 'staff') return false;
  return 'post' in to ? actor.posts.includes(to.post) : to.personId === actor.personId;
}

/** Of the office and of the applicant alike: what is owed until when, and what follows. */
export function debtViews(state: CaseState, context: CaseContext, language: Language): DebtView[] {
  const clocks = clockViews(state, context, language).filter(({ kind }) => kind === 'debt');
  return debtsOf(state).map((debt) => {
    const { basis: _b, incurredAt: _i, settledBy: _s, supplies: _n, ...facts } = debt;
    // A debt that was handed in and found wanting has a clock for each time: the newest counts.
    const clock = clocks.findLast(({ clockId }) => clockId.startsWith(`debt:${debt.debtId}#`));
    return {
      ...facts,
      ...(clock?.dueOn === undefined ? {} : { dueOn: clock.dueOn }),
      ...(clock === undefined || debt.status !== 'owed' ? {} : { light: clock.light }),
    };
  });
}

function awaitedMessages(
  { marking }: CaseState,
  flow: FlowDefinition,
): { nodeId: string; name: string }[] {
  return openNodes(marking)
    .map((id) => placeOf(flow, id).node)
    .filter((node) => node.kind === 'wait' && node.until === 'message')
    .map((node) => ({
      nodeId: node.id,
      name: node.kind === 'wait' ? (node.messageName ?? node.name) : node.name,
    }));
}
