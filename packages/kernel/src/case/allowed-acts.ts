/** What this person may do on this case now: the same checks that `decide` makes, as a list. */
import {
  canGoStraightBack,
  indexFlow,
  inOrder,
  jumpTargets,
  memberBefore,
  returnTargets,
  type StepNode,
  type TaskState,
} from '../flow/index.ts';
import { awaitedMessages } from './acts/receive-message.ts';
import { isDue } from './acts/settle-debt.ts';
import { owed } from './acts/supply-materials.ts';
import { endableProcedures } from './acts/special-procedure.ts';
import type { CaseContext, CommandType } from './commands.ts';
import { acts, permit } from './decide.ts';
import { gapsOf } from './gaps.ts';
import { applyLapses } from './lapses.ts';
import type { PersonRef } from './party.ts';
import { allHeldTasks, type HeldTask } from './permissions.ts';
import { proceed } from './proceeding.ts';
import { isUnread, ownReadings, passableReadings } from './readings.ts';
import { runningProcedures, type CaseState } from './state.ts';
import { flowOf, walkOf } from './walk.ts';

export interface AllowedAct {
  readonly act: CommandType;
  readonly taskId?: string;
  readonly stepId?: string;
  /** In whose place (代理) it would be done. */
  readonly onBehalfOf?: PersonRef;
  /** Where a return or jump may go, and whether the case may come straight back from there. */
  readonly targets?: readonly { readonly stepId: string; readonly straightBack: boolean }[];
  /** Kinds of special procedure that may begin, or ids of those that may end. */
  readonly procedures?: readonly string[];
  /** What lies on the desk to be read; for `CopyCase` what may be sent onward. */
  readonly readings?: readonly string[];
  /** Debts that can be found kept, not enough or broken now. */
  readonly debts?: readonly string[];
  /** Nodes that wait for a message. */
  readonly nodes?: readonly string[];
  /** Fields that may be written. */
  readonly fields?: readonly string[];
  /** Materials that may be handed in with them. */
  readonly materials?: readonly string[];
  /** Of the fields: those without which the step is not approved, and which are empty. */
  readonly missing?: readonly string[];
}

const SYSTEM_ONLY: ReadonlySet<CommandType> = new Set<CommandType>([
  'RecordDocument',
  'RecordSubcase',
  'ConcludeSubcase',
  'RecordUnitCase',
  'RecordReview',
  'ApplyLapses',
  'RecountClocks',
]);

export function allowedActs(stored: CaseState, context: CaseContext): AllowedAct[] {
  const p = proceed(stored, context);
  applyLapses(p);
  const state = p.state();
  const held = allHeldTasks(state, context);
  const all = everyTask(state, context, held);
  return Object.values(acts).flatMap((act): AllowedAct[] => {
    if (SYSTEM_ONLY.has(act.type)) return [];
    if (!act.isForTask) {
      if (permit(act, state, context, '') !== undefined) return [];
      return [{ act: act.type, ...choicesOf(act.type, state, context) }];
    }
    const tasks = act.reaches === 'any-task' ? all : held;
    return tasks
      .filter(({ task }) => permit(act, state, context, task.taskId) === undefined)
      .map(({ task, step, onBehalfOf }) => ({
        act: act.type,
        taskId: task.taskId,
        stepId: step.id,
        ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
        ...(act.type === 'ReturnTask' ? { targets: targetsOf(state, context, task) } : {}),
        ...(act.type === 'AmendForm' ? writableOf(state, step, context) : {}),
      }));
  });
}

function writableOf(
  state: CaseState,
  step: StepNode,
  context: CaseContext,
): Pick<AllowedAct, 'fields' | 'materials' | 'missing'> {
  const { write = [], attach = [] } = step.form ?? {};
  const missing = gapsOf(state.form, step, context);
  return {
    fields: write,
    ...(attach.length === 0 ? {} : { materials: attach }),
    ...(missing.length === 0 ? {} : { missing }),
  };
}

type Reached = Pick<HeldTask, 'task' | 'step' | 'onBehalfOf'>;

/** Also tasks of others, closed ones among them: some acts are about those. */
function everyTask(
  state: CaseState,
  context: CaseContext,
  held: readonly HeldTask[],
): readonly Reached[] {
  const { flow } = context.item;
  if (flow === undefined || context.actor.kind !== 'staff') return held;
  return inOrder(Object.values(state.marking.tasks)).flatMap((task): Reached[] => {
    const own = held.find((found) => found.task.taskId === task.taskId);
    if (own !== undefined) return [own];
    // A step of an older version, which the case walked before it was moved to this one.
    const step = indexFlow(flow).get(task.stepId)?.node;
    return step?.kind === 'step' ? [{ task, step }] : [];
  });
}

function targetsOf(
  state: CaseState,
  context: CaseContext,
  task: TaskState,
): NonNullable<AllowedAct['targets']> {
  const { stepId } = task;
  const walk = walkOf(proceed(state, context));
  // Signed in turn: the member before, in the same step.
  const isInside = memberBefore(walk.flow, state.marking, task) !== undefined;
  const earlier = returnTargets(walk.flow, state.marking, stepId).map((target) => ({
    stepId: target.id,
    straightBack: canGoStraightBack(walk, target.id, stepId),
  }));
  return isInside ? [{ stepId, straightBack: false }, ...earlier] : earlier;
}

/** What there is to choose from, for acts that are not about one task. */
function choicesOf(
  act: CommandType,
  state: CaseState,
  context: CaseContext,
): Pick<AllowedAct, 'procedures' | 'targets' | 'nodes' | 'readings' | 'debts'> {
  if (act === 'ReadCopy' || act === 'CopyCase') {
    const own = act === 'ReadCopy' ? ownReadings(state, context) : passableReadings(state, context);
    const unreadFirst = [...own.filter(isUnread), ...own.filter((reading) => !isUnread(reading))];
    return { readings: unreadFirst.map(({ readingId }) => readingId) };
  }
  if (act === 'SettleDebt') {
    const isSystem = context.actor.kind === 'system';
    const due = owed(state).filter((debt) => isSystem || isDue(debt));
    return { debts: due.map(({ debtId }) => debtId) };
  }
  if (act === 'JumpToStep') {
    const targets = jumpTargets(flowOf({ context }), state.marking);
    return { targets: targets.map(({ id }) => ({ stepId: id, straightBack: false })) };
  }
  if (act === 'ReceiveMessage') {
    return { nodes: awaitedMessages(state, context).map(({ id }) => id) };
  }
  const running = runningProcedures(state);
  if (act === 'EndSpecialProcedure') {
    return { procedures: endableProcedures(state, context).map((r) => r.procedureId) };
  }
  if (act !== 'StartSpecialProcedure') return {};
  const kinds = context.item.specialProcedures.map((definition) => definition.kind);
  return { procedures: kinds.filter((kind) => !running.some((r) => r.kind === kind)) };
}
