/**
 * What the system does where people cannot: nobody qualifies, the applicant is the approver, the
 * same person twice, the time is out. Each is an act of the system with its rule named, and a
 * policy of the step; without one the task goes to the administrators' list. Nobody never means
 * approved, and an act of law (acceptance, decision, service) is never done by a policy.
 *
 * Derived after each command from the state and the directory of people, so that it also finds whom
 * a post has lost since; without a directory nothing is known about people and nothing is done.
 */
import {
  consequencesOf,
  inOrder,
  openTasks,
  stepOf,
  stepsOf,
  tasksOfRound,
  type PersonRef,
  type StepNode,
  type TaskState,
  type TransferCause,
  type Verdict,
} from '../flow/index.ts';
import type { LegalBasis } from '../time/index.ts';
import { isApart } from './apart.ts';
import { hasSigned, isParty } from './capacity.ts';
import { postAt } from './post-at.ts';
import type { Proceeding } from './proceeding.ts';
import { hasEnded, type CaseState } from './state.ts';
import { castVote, refuseOutcome } from './voting.ts';
import { flowOf } from './walk.ts';

/** A task with this post is on the list of whoever may administer cases. */
export const ADMINISTRATORS = 'capability:administer-cases';

/** Two posts that point at each other would hand a task to and fro for ever. */
const MOST_MOVES = 2;

export function applyPolicies(p: Proceeding): void {
  if (p.context.people === undefined) return;
  const moves = new Map<string, number>();
  while (mayAct(p.state())) {
    const act = openTasks(p.state().marking)
      .map((task) => policyFor(p, task, moves))
      .find((found) => found !== undefined);
    if (act === undefined) return;
    act();
  }
}

/** Not while acting stops, nor while the applicant has the case. */
export function mayAct(state: CaseState): boolean {
  return !hasEnded(state) && state.frozen === undefined && state.phase !== 'correction-pending';
}

function policyFor(
  p: Proceeding,
  task: TaskState,
  moves: Map<string, number>,
): (() => void) | undefined {
  const step = stepOf(flowOf(p), task.stepId);
  if (task.kind !== undefined || task.holder !== undefined || step.duty === 'filing') {
    return undefined;
  }
  const state = p.state();
  const holders = holdersOf(p, task);
  const strangers = holders.filter(({ personId }) => !isParty(state, personId));
  const others = strangers
    .filter((person) => !isApart(state, p.context, step, person))
    .map(({ personId }) => personId);
  const round = tasksOfRound(state.marking, task.stepId, task.round);
  const free = others.filter((id) => !round.some((other) => hasSigned(other, id)));
  const { policies = {} } = step;
  const [only] = others;
  if (policies.samePerson !== undefined && others.length === 1 && only !== undefined) {
    const isTwice = free.length === 0 || hasApprovedBefore(p, step, only);
    const approval = isTwice ? approve(p, step, task, 'policy:same-person') : undefined;
    if (approval !== undefined) return approval;
  }
  if (free.length > 0) return undefined;
  if (strangers.length === 0 && holders.length > 0) {
    const { applicantHolds } = policies;
    if (applicantHolds?.then === 'skip') {
      const approval = approve(p, step, task, 'policy:applicant-holds');
      if (approval !== undefined) return approval;
    }
    const post = applicantHolds?.then === 'post' ? applicantHolds.post : undefined;
    return move(p, task, post, 'applicant-holds', moves);
  }
  return move(p, task, policies.nobody?.post, 'nobody-qualifies', moves);
}

function holdersOf({ context }: Proceeding, { posts }: TaskState): PersonRef[] {
  const found = posts.flatMap((post) => context.people?.holdersOf(post) ?? []);
  return [...new Map(found.map((person) => [person.personId, person])).values()];
}

/** In an earlier step of this walk, for themselves: a return or a deputy's signature is not it. */
function hasApprovedBefore(p: Proceeding, step: StepNode, personId: string): boolean {
  const flow = flowOf(p);
  const { marking } = p.state();
  return stepsOf(flow)
    .filter(({ id, duty }) => duty !== 'intake' && marking.nodes[id]?.status === 'done')
    .filter(({ id }) => consequencesOf(flow, id).includes(step))
    .some(({ id }) =>
      tasksOfRound(marking, id, marking.nodes[id]?.round ?? 0).some(
        (task) =>
          task.kind !== 'opinion' &&
          task.verdict === 'approved' &&
          task.closedBy?.personId === personId &&
          task.onBehalfOf === undefined,
      ),
    );
}

function move(
  p: Proceeding,
  task: TaskState,
  post: string | undefined,
  cause: TransferCause,
  moves: Map<string, number>,
): (() => void) | undefined {
  const [at] = task.posts;
  if (at === ADMINISTRATORS) return undefined;
  const count = moves.get(task.taskId) ?? 0;
  const wanted = post === undefined ? undefined : postAt(post, p.state(), p.context);
  const isOther = wanted !== undefined && count < MOST_MOVES && isFree(p, task, wanted);
  const to = isOther ? wanted : ADMINISTRATORS;
  moves.set(task.taskId, count + 1);
  return () => transferToPost(p, task, to, cause);
}

/**
 * One post has one task of a round: two votes of one person would be one too many. Also where that
 * task is done, since a recall may open it again.
 */
export function isFree(p: Proceeding, { stepId, round }: TaskState, post: string): boolean {
  const tasks = tasksOfRound(p.state().marking, stepId, round);
  return !tasks.some(({ posts }) => posts.includes(post));
}

const rules = {
  'nobody-qualifies': 'policy:nobody',
  'applicant-holds': 'policy:applicant-holds',
  'timed-out': 'policy:time-out',
  transferred: 'policy:nobody',
  'handed-over': 'policy:nobody',
  referred: 'policy:nobody',
} as const satisfies Record<TransferCause, string>;

export function transferToPost(
  p: Proceeding,
  { taskId, holder }: TaskState,
  post: string,
  cause: TransferCause,
): void {
  p.emitBySystem(rules[cause], () =>
    p.emit({
      type: 'TaskTransferred',
      taskId,
      ...(holder === undefined ? {} : { from: holder }),
      to: { post },
      reason: '',
      cause,
    }),
  );
}

function approve(
  p: Proceeding,
  step: StepNode,
  task: TaskState,
  rule: string,
): (() => void) | undefined {
  return voteBySystem(p, step, task, { rule, verdict: 'approved' });
}

export interface SystemVote {
  readonly rule: string;
  readonly verdict: Verdict;
  readonly basis?: readonly LegalBasis[];
}

/** Undefined where the vote would bring about what nobody may bring about now. */
export function voteBySystem(
  p: Proceeding,
  step: StepNode,
  task: TaskState,
  { rule, verdict, basis }: SystemVote,
): (() => void) | undefined {
  if (step.duty !== 'review' && step.duty !== 'task') return undefined;
  const state = p.state();
  const voted = inOrder(tasksOfRound(state.marking, step.id, task.round)).map((other) =>
    other.taskId === task.taskId ? { ...other, status: 'done' as const, verdict } : other,
  );
  if (refuseOutcome(state, p.context, step, voted) !== undefined) return undefined;
  return () =>
    p.emitBySystem(rule, () => castVote(p, { step, task }, { verdict, opinion: '', basis }));
}
