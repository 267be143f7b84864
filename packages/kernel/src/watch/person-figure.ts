/** What each person did on a case: a row for every task that somebody decided. */
import type { CaseState, ClockState } from '../case/index.ts';
import { inOrder, type TaskState } from '../flow/index.ts';
import {
  civilDate,
  instantMs,
  remainingWorkingDays,
  type Calendar,
  type PlainDate,
} from '../time/index.ts';

export interface PersonFigure {
  readonly taskId: string;
  readonly stepId: string;
  readonly personId: string;
  readonly name: string;
  /** In whose place. */
  readonly onBehalfOf?: string;
  /** The post that the task stood for; none for who was added by name. */
  readonly post?: string;
  readonly doneOn: PlainDate;
  /** From the opening of the task to its decision. */
  readonly seconds: number;
  readonly workingDays: number;
  /** Absent where the step has no limit. */
  readonly isLate?: boolean;
  readonly verdict?: string;
  readonly isBatch: boolean;
}

const SECOND_MS = 1000;

export function personFigures(state: CaseState, calendar: Calendar): PersonFigure[] {
  return inOrder(Object.values(state.marking.tasks)).flatMap((task) => {
    const { status, closedAt, closedBy } = task;
    if (status !== 'done' || closedAt === undefined || closedBy === undefined) return [];
    if (closedBy.personId === 'system') return [];
    const doneOn = civilDate(closedAt);
    const limit = stepClock(state, task);
    const [post] = task.posts;
    return [
      {
        taskId: task.taskId,
        stepId: task.stepId,
        personId: closedBy.personId,
        name: closedBy.name,
        doneOn,
        seconds: Math.round((instantMs(closedAt) - instantMs(task.openedAt)) / SECOND_MS),
        workingDays: remainingWorkingDays(calendar, civilDate(task.openedAt), doneOn),
        isBatch: task.isBatch === true,
        ...(task.onBehalfOf === undefined ? {} : { onBehalfOf: task.onBehalfOf.personId }),
        ...(post === undefined ? {} : { post }),
        ...(limit === undefined ? {} : { isLate: closedAt >= limit.result.overdueAt }),
        ...(task.verdict === undefined ? {} : { verdict: task.verdict }),
      },
    ];
  });
}

/** The last turn of the round: corrections begin the step's limit anew. */
function stepClock(state: CaseState, { stepId, round }: TaskState): ClockState | undefined {
  const first = `step:${stepId}#${round}`;
  return Object.values(state.clocks)
    .filter(({ clockId }) => clockId === first || clockId.startsWith(`${first}.`))
    .toSorted((a, b) => (a.result.overdueAt < b.result.overdueAt ? 1 : -1))[0];
}
