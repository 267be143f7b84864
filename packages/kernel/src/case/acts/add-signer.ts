import {
  depthOf,
  seatOf,
  statusesOf,
  tasksOfRound,
  type StepDuty,
  type TaskState,
} from '../../flow/index.ts';
import { defaultPolicies, type CommandOf } from '../commands.ts';
import { newTaskId, placeBeside } from '../new-task.ts';
import { isRefusal, type HeldTask } from '../permissions.ts';
import type { Proceeding } from '../proceeding.ts';
import { refuseReceiver } from '../receiver.ts';
import { refuse, type Refusal } from '../refusals.ts';
import type { CaseState } from '../state.ts';
import { holdForSigning } from '../voting.ts';
import type { Act } from './act.ts';

const DUTIES: readonly StepDuty[] = ['review', 'decision', 'task'];
/** Far above any real weight, so that sums stay exact. */
const MOST_WEIGHT = 1000;

/**
 * 加签: somebody else signs before me (mine waits), with me (a seat of their own), or after me (my
 * seat is done after them). It changes no vote that was cast.
 */
export const addSigner: Act<'AddSigner'> = {
  type: 'AddSigner',
  isForTask: true,
  permit(state, context, taskId) {
    const held = holdForSigning(state, context, taskId);
    if (isRefusal(held)) return held;
    const { step, task } = held;
    if (!DUTIES.includes(step.duty)) return refuse('wrong-duty', { duty: step.duty });
    const round = tasksOfRound(state.marking, step.id, task.round);
    const depth = context.policies.mostAddedDepth ?? defaultPolicies.mostAddedDepth;
    if (depthOf(round, taskId) >= depth) return refuse('added-too-deep', { most: depth });
    const most = context.policies.mostSigners ?? defaultPolicies.mostSigners;
    return signersOf(round).length < most ? undefined : refuse('signers-used-up', { most });
  },
  check(state, command, context) {
    const held = holdForSigning(state, context, command.taskId);
    if (isRefusal(held)) return [held];
    if (command.reason.trim() === '') return [refuse('reason-required')];
    const { task, person } = held;
    const refusal =
      command.person.personId === person.personId
        ? refuse('signer-already-there', { name: person.name })
        : // Of a new task beside this one: the adder's own is not the newcomer's to lose.
          refuseReceiver(state, context, task, command.person, 'signer-already-there');
    return [...(refusal === undefined ? [] : [refusal]), ...refuseWeight(held, command)];
  },
  perform(p, command) {
    const held = holdForSigning(p.state(), p.context, command.taskId);
    if (isRefusal(held)) throw new Error('permit and perform disagree');
    addTo(p, held, command);
  },
};

function signersOf(round: readonly TaskState[]): TaskState[] {
  return round.filter(({ kind, cause }) => kind !== 'opinion' && cause !== 'removed');
}

function refuseWeight({ step }: HeldTask, { kind, weight }: CommandOf<'AddSigner'>): Refusal[] {
  if (weight === undefined) return [];
  const isWeighed = kind === 'with' && step.agreement.rule === 'vote';
  const isWeight = Number.isInteger(weight) && weight >= 1 && weight <= MOST_WEIGHT;
  return isWeighed && isWeight ? [] : [refuse('weight-not-possible', { most: MOST_WEIGHT })];
}

function addTo(p: Proceeding, { task, step, person }: HeldTask, command: CommandOf<'AddSigner'>) {
  const { kind, reason } = command;
  const added: TaskState = {
    taskId: newTaskId(p.state().marking, task),
    stepId: step.id,
    round: task.round,
    posts: [],
    status: 'open',
    openedAt: p.context.at,
    weight: kind === 'with' ? (command.weight ?? 1) : 0,
    kind,
    addedBy: { taskId: task.taskId, person },
    order: orderOf(p.state(), task, kind),
    holder: command.person,
  };
  const round = [...tasksOfRound(p.state().marking, step.id, task.round), added];
  p.emit({
    type: 'SignerAdded',
    taskId: added.taskId,
    stepId: step.id,
    round: task.round,
    kind,
    by: { taskId: task.taskId, person },
    person: command.person,
    weight: added.weight,
    order: orderOf(p.state(), task, kind),
    waits: statusesOf(step.agreement, round).get(added.taskId) === 'waiting',
    reason,
  });
}

/** Who signs with somebody comes right after that one's whole seat, also in turn. */
function orderOf(state: CaseState, task: TaskState, kind: 'before' | 'with' | 'after'): number {
  if (kind !== 'with') return placeBeside(state.marking, task, kind);
  const round = tasksOfRound(state.marking, task.stepId, task.round);
  const last = seatOf(round, task.taskId)?.tasks.at(-1) ?? task;
  return placeBeside(state.marking, last, 'after');
}
