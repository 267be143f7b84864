/** What this person may do on this case now: the same checks that `decide` makes, as a list. */
import {
  canGoStraightBack,
  inOrder,
  memberBefore,
  returnTargets,
  stepOf,
  type TaskState,
} from '../flow/index.ts';
import { endableProcedures } from './acts/special-procedure.ts';
import type { CaseContext, CommandType } from './commands.ts';
import { acts } from './decide.ts';
import { applyLapses } from './lapses.ts';
import type { PersonRef } from './party.ts';
import { allHeldTasks, type HeldTask } from './permissions.ts';
import { proceed } from './proceeding.ts';
import { hasEnded, runningProcedures, type CaseState } from './state.ts';
import { walkOf } from './walk.ts';

export interface AllowedAct {
  readonly act: CommandType;
  readonly taskId?: string;
  readonly stepId?: string;
  /** In whose place (代理) it would be done. */
  readonly onBehalfOf?: PersonRef;
  /** Where a return may go, and whether the case may come straight back from there. */
  readonly targets?: readonly { readonly stepId: string; readonly straightBack: boolean }[];
  /** Kinds of special procedure that may begin, or ids of those that may end. */
  readonly procedures?: readonly string[];
  /** Fields that may be written. */
  readonly fields?: readonly string[];
}

const SYSTEM_ONLY: ReadonlySet<CommandType> = new Set<CommandType>([
  'RecordDocument',
  'RecordSubcase',
  'ConcludeSubcase',
  'RecordUnitCase',
  'ApplyLapses',
  'RecountClocks',
]);

export function allowedActs(stored: CaseState, context: CaseContext): AllowedAct[] {
  const p = proceed(stored, context);
  if (!hasEnded(stored)) applyLapses(p);
  const state = p.state();
  const held = allHeldTasks(state, context);
  const all = everyTask(state, context, held);
  return Object.values(acts).flatMap((act): AllowedAct[] => {
    if (SYSTEM_ONLY.has(act.type)) return [];
    if (!act.isForTask) {
      if (act.permit(state, context, '') !== undefined) return [];
      return [{ act: act.type, ...proceduresOf(act.type, state, context) }];
    }
    const tasks = act.reaches === 'any-task' ? all : held;
    return tasks
      .filter(({ task }) => act.permit(state, context, task.taskId) === undefined)
      .map(({ task, step, onBehalfOf }) => ({
        act: act.type,
        taskId: task.taskId,
        stepId: step.id,
        ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
        ...(act.type === 'ReturnTask' ? { targets: targetsOf(state, context, task) } : {}),
        ...(act.type === 'AmendForm' ? { fields: step.form?.write ?? [] } : {}),
      }));
  });
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
  return inOrder(Object.values(state.marking.tasks)).map(
    (task) =>
      held.find((own) => own.task.taskId === task.taskId) ?? {
        task,
        step: stepOf(flow, task.stepId),
      },
  );
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

function proceduresOf(
  act: CommandType,
  state: CaseState,
  context: CaseContext,
): Pick<AllowedAct, 'procedures'> {
  const running = runningProcedures(state);
  if (act === 'EndSpecialProcedure') {
    return { procedures: endableProcedures(state, context).map((r) => r.procedureId) };
  }
  if (act !== 'StartSpecialProcedure') return {};
  const kinds = context.item.specialProcedures.map((definition) => definition.kind);
  return { procedures: kinds.filter((kind) => !running.some((r) => r.kind === kind)) };
}
