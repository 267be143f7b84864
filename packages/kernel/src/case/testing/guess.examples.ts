/**
 * Acts that are likely to be possible, guessed from the state: asking `allowedActs` each time
 * would cost more than the acts. What is guessed wrong is refused, which is a test as well.
 */
import {
  indexFlow,
  isLive,
  type FlowDefinition,
  type StepDuty,
  type StepNode,
  type TaskState,
} from '../../flow/index.ts';
import { hasEnded, type Actor, type CaseState, type CommandType } from '../index.ts';
import { archivist, cashier, counter, robot, wang } from './case.examples.ts';
import { crowd, inside, likelyHolders, standsFor } from './crowd.examples.ts';
import { administrator } from './people.examples.ts';
import { nonsense, sensible, systemCommand, type Chosen } from './random-acts.examples.ts';
import { chief } from './random-people.examples.ts';

/** A number below `n`, from the one number that an act is chosen by. */
export type Dice = (n: number) => number;

export function diceOf(seed: number): Dice {
  let x = Math.imul(seed + 1, 2_654_435_761) >>> 0;
  return (n) => {
    x = (Math.imul(x, 1_664_525) + 1_013_904_223) >>> 0;
    return (x >>> 8) % Math.max(1, n);
  };
}

type Guess = (state: CaseState, dice: Dice, flow: FlowDefinition) => Chosen | undefined;

function pick<T>(list: readonly T[], dice: Dice): T | undefined {
  return list[dice(list.length)];
}

type Fit = (task: TaskState, flow: FlowDefinition) => boolean;

function onTask(type: CommandType, isFit: Fit): Guess {
  return (state, dice, flow) => {
    const fit = Object.values(state.marking.tasks).filter((task) => isFit(task, flow));
    const task = pick(fit, dice);
    if (task === undefined) return undefined;
    const by = pick(likelyHolders(task), dice) ?? administrator;
    const targets = targetsIn(state, flow, dice);
    const { taskId, stepId } = task;
    return { command: sensible({ act: type, taskId, stepId, targets }, state, dice(1000)), by };
  };
}

/** Somewhere that the case has been, mostly. */
function targetsIn(state: CaseState, flow: FlowDefinition, dice: Dice) {
  const steps = Object.entries(state.marking.nodes)
    .filter(([id]) => indexFlow(flow).get(id)?.node.kind === 'step')
    .filter(([, { status }]) => status !== 'open');
  const [stepId = 'intake'] = pick(steps, dice) ?? [];
  return [{ stepId, straightBack: true }];
}

const isOpen = (task: TaskState): boolean => task.status === 'open';
const isSigning = (task: TaskState): boolean => isOpen(task) && task.kind !== 'opinion';
const of =
  (duty: StepDuty): Fit =>
  (task, flow) =>
    isOpen(task) && stepIn(task, flow)?.duty === duty;

function stepIn({ stepId }: TaskState, flow: FlowDefinition): StepNode | undefined {
  const node = indexFlow(flow).get(stepId)?.node;
  return node?.kind === 'step' ? node : undefined;
}

function ruleOf(task: TaskState, flow: FlowDefinition): string | undefined {
  return stepIn(task, flow)?.agreement.rule;
}

const isOpinion = (task: TaskState): boolean => isOpen(task) && task.kind === 'opinion';

function onCase(type: CommandType, who: (state: CaseState) => readonly Actor[]): Guess {
  return (state, dice, flow) => {
    const by = pick(who(state), dice);
    if (by === undefined) return undefined;
    const running = state.specialProcedures.filter(({ endedOn }) => endedOn === undefined);
    const procedures =
      type === 'EndSpecialProcedure'
        ? running.map(({ procedureId }) => procedureId)
        : ['hearing', 'inspection'];
    const debts = Object.keys(state.debts ?? {});
    const nodes = Object.keys(state.marking.nodes);
    const steps = [...indexFlow(flow).values()].filter(({ node }) => node.kind === 'step');
    const stepId = pick(steps, dice)?.node.id ?? '';
    const targets = [{ stepId, straightBack: false }];
    const readings = readingsOf(state, by);
    const allowed = { act: type, procedures, debts, nodes, targets, readings };
    return { command: sensible(allowed, state, dice(1000)), by };
  };
}

function readingsOf(state: CaseState, by: Actor): readonly string[] {
  if (by.kind !== 'staff') return [];
  return Object.values(state.readings ?? {})
    .filter(({ to }) => ('post' in to ? by.posts.includes(to.post) : to.personId === by.personId))
    .map(({ readingId }) => readingId);
}

const applicants = (): readonly Actor[] => [wang, inside];
const holders = (state: CaseState): readonly Actor[] =>
  Object.values(state.marking.tasks).filter(isOpen).flatMap(likelyHolders);
const anybody = (): readonly Actor[] => crowd;
const readers = (state: CaseState): readonly Actor[] =>
  crowd.filter((by) => readingsOf(state, by).length > 0);
const isSuspended = (state: CaseState): boolean =>
  state.specialProcedures.some(({ endedOn }) => endedOn === undefined);
const owes = (state: CaseState): boolean =>
  Object.values(state.debts ?? {}).some(({ status }) => status === 'owed' || status === 'supplied');

const fromOutside: Guess = (state, dice, flow) => {
  const command = systemCommand(state, { detail: dice(1000) }, flow);
  return command === undefined ? undefined : { command, by: robot };
};

/** A recall is wanted by who has just acted, in person or as a deputy. */
const recall: Guess = (state, dice) => {
  const mine = Object.values(state.marking.tasks)
    .filter(({ status, transfers }) => status === 'done' || (transfers?.length ?? 0) > 0)
    .toSorted((a, b) => ((a.closedAt ?? '') < (b.closedAt ?? '') ? 1 : -1));
  const task = mine[Math.min(dice(4), dice(4), mine.length - 1)];
  const person = task?.closedBy ?? task?.transfers?.at(-1)?.from;
  if (task === undefined || person === undefined) return undefined;
  const by = pick(standsFor(person.personId), dice) ?? administrator;
  return { command: { type: 'RecallTask', taskId: task.taskId }, by };
};

const removal: Guess = (state, dice) => {
  const added = Object.values(state.marking.tasks).filter(
    (task) => isLive(task) && task.addedBy !== undefined,
  );
  const task = pick(added, dice);
  if (task?.addedBy === undefined) return undefined;
  const by = pick(standsFor(task.addedBy.person.personId), dice) ?? administrator;
  const type = task.kind === 'opinion' ? 'TakeBackOpinion' : 'RemoveSigner';
  return { command: sensible({ act: type, taskId: task.taskId }, state, 0), by };
};

const garbage: Guess = (state, dice) => {
  const by = pick(crowd, dice) ?? wang;
  const command = nonsense(state, { act: dice(1000), detail: dice(1000), days: dice(4) });
  return { command, by };
};

const time: Guess = () => ({ command: { type: 'ApplyLapses' }, by: robot });
const recount: Guess = () => ({ command: { type: 'RecountClocks' }, by: robot });

type Weighted = readonly (readonly [weight: number, guess: Guess])[];

const FILED: Weighted = [
  [16, onTask('CheckMaterials', isOpen)],
  [4, onTask('RequestCorrection', isOpen)],
  [20, onTask('AcceptCase', isOpen)],
  [12, onCase('SubmitCorrection', () => [wang, counter])],
  [4, onTask('RequestOpinion', isOpen)],
  [4, onTask('TransferTask', isOpen)],
  [1, onTask('RefuseAcceptance', isOpen)],
];

const RUNNING: Weighted = [
  [22, onTask('ApproveTask', isSigning)],
  [3, onTask('RejectTask', isSigning)],
  [4, onTask('AbstainTask', (task, flow) => isSigning(task) && ruleOf(task, flow) === 'vote')],
  [8, onTask('ReturnTask', isSigning)],
  [3, onTask('ResubmitCase', of('filing'))],
  [4, onTask('ReadTask', isOpen)],
  [4, onTask('ClaimTask', (task) => isOpen(task) && task.holder === undefined)],
  [2, onTask('ReleaseTask', (task) => isOpen(task) && task.isClaimed === true)],
  [4, onTask('TransferTask', isOpen)],
  [7, onTask('AddSigner', isSigning)],
  [4, removal],
  [3, onTask('RequestOpinion', isSigning)],
  [4, onTask('GiveOpinion', isOpinion)],
  [8, recall],
  [2, onTask('AmendForm', isSigning)],
  [6, onTask('ServeResult', of('delivery'))],
  [10, fromOutside],
  [3, onCase('RecordPayment', ({ fee }) => (fee === undefined ? [] : [cashier]))],
  [1, onCase('StartSpecialProcedure', holders)],
  [5, onCase('EndSpecialProcedure', (s) => (isSuspended(s) ? holders(s) : []))],
  [1, onCase('ExtendLimit', () => crowd.slice(2, 3))],
  [1, onCase('UrgeCase', () => [wang, inside, chief])],
  [1, onCase('CopyCase', holders)],
  [2, onCase('ReadCopy', readers)],
  [1, onCase('HandOutCase', () => [chief])],
  [3, onCase('SupplyMaterials', (state) => (owes(state) ? [wang] : []))],
  [2, onCase('SettleDebt', (state) => (owes(state) ? [chief] : []))],
  [2, onCase('JumpToStep', () => [administrator])],
  [1, onCase('ReceiveMessage', () => [chief])],
  [1, recount],
  [1, time],
  [2, garbage],
];

/** Once in a while, so that it does not happen in most runs; a freeze is soon over. */
const SELDOM: Weighted = [
  [2, onCase('RebaseCase', () => [administrator])],
  [2, onCase('FreezeCase', () => [administrator])],
  [1, onCase('WithdrawCase', applicants)],
  [1, onCase('TerminateCase', () => [chief])],
  [2, onCase('RevokeDecision', () => [chief])],
  [1, onCase('HandOverTask', () => [administrator])],
];

const ENDED: Weighted = [
  [3, onCase('CopyCase', anybody)],
  [3, onCase('ReadCopy', readers)],
  [2, onCase('ArchiveCase', () => [archivist])],
  [1, onCase('VoidCase', () => [chief])],
  [1, onCase('RevokeDecision', () => [chief])],
  [3, fromOutside],
  [2, onCase('SettleDebt', () => [chief])],
  [1, recall],
  [2, garbage],
];

const handOver = onTask('HandOverTask', isLive);

/** Something to do, by somebody who may well be able to. */
export function guessAct(state: CaseState, dice: Dice, flow: FlowDefinition): Chosen {
  if (state.frozen !== undefined && dice(3) === 0) {
    return { command: { type: 'UnfreezeCase', reason: 'it may go on' }, by: administrator };
  }
  if (dice(40) === 0) {
    const chosen = handOver(state, dice, flow);
    if (chosen !== undefined) return { ...chosen, by: administrator };
  }
  for (let tries = 0; tries < 6; tries += 1) {
    const chosen = drawn(tableFor(state, dice), dice)(state, dice, flow);
    if (chosen === undefined) continue;
    return dice(25) === 0 ? { ...chosen, by: pick(crowd, dice) ?? wang } : chosen;
  }
  return { command: { type: 'ApplyLapses' }, by: robot };
}

function tableFor(state: CaseState, dice: Dice): Weighted {
  if (hasEnded(state)) return ENDED;
  if (state.phase === 'received' || state.phase === 'correction-pending') {
    return dice(4) === 0 ? RUNNING : FILED;
  }
  return dice(60) === 0 ? SELDOM : RUNNING;
}

function drawn(table: Weighted, dice: Dice): Guess {
  let left = dice(table.reduce((sum, [weight]) => sum + weight, 0));
  for (const [weight, guess] of table) {
    if (left < weight) return guess;
    left -= weight;
  }
  return time;
}
