/** An order as lists and figures need it: what follows from its case, and nothing else. */
import { hasEnded, type CaseState } from '@yichuang/kernel/case';
import { openTasks } from '@yichuang/kernel/flow';
import type { Instant } from '@yichuang/kernel/time';

/** Code of the item (pack `supervision`). */
export const ORDER_ITEM = 'supervision-order';

/** Steps of the item that the figures name; whatever else its flow has is shown by its name. */
export const orderSteps = {
  filing: 'filing',
  sign: 'sign',
  feedback: 'feedback',
  verify: 'verify',
} as const;

/** Of an order whose case is over. */
export const ENDED = 'ended';

export interface OrderFacts {
  readonly unitId: string;
  readonly source: string;
  readonly ruleId?: string;
  readonly stage: string;
  /** How often the unit was asked for its feedback. */
  readonly rounds: number;
  readonly issuedAt?: Instant;
  readonly signedAt?: Instant;
  /** The first feedback. */
  readonly answeredAt?: Instant;
  readonly closedAt?: Instant;
  readonly wasLate: boolean;
  readonly liability?: string;
  readonly points?: number;
  readonly isObjected: boolean;
  readonly isAppealed: boolean;
}

export function orderFacts(state: CaseState): OrderFacts {
  const { form, marking } = state;
  const text = (field: string): string | undefined => {
    const value = form[field];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const issued = Object.values(state.documents).find(({ moment }) => moment === 'other');
  const closed = hasEnded(state);
  const [open] = openTasks(marking);
  const signedAt = doneAt(state, orderSteps.sign);
  const answeredAt = doneAt(state, orderSteps.feedback);
  const ruleId = text('ruleId');
  const liability = text('liability');
  const points = pointsOf(state);
  return {
    unitId: text('unit') ?? '',
    source: text('source') ?? '',
    stage: closed ? ENDED : (open?.stepId ?? ''),
    rounds: marking.nodes[orderSteps.feedback]?.round ?? 0,
    wasLate: wasLate(state),
    isObjected: form['objected'] === true,
    isAppealed: form['appealed'] === true,
    ...(ruleId === undefined ? {} : { ruleId }),
    ...(issued?.issuedAt === undefined ? {} : { issuedAt: issued.issuedAt }),
    ...(signedAt === undefined ? {} : { signedAt }),
    ...(answeredAt === undefined ? {} : { answeredAt }),
    ...(closed && state.concludedAt !== undefined ? { closedAt: state.concludedAt } : {}),
    ...(liability === undefined ? {} : { liability }),
    ...(points === undefined ? {} : { points }),
  };
}

/** As things stand: what the appeal left, else the objection, else the verification. */
function pointsOf({ form }: CaseState): number | undefined {
  if (form['liability'] === 'none') return 0;
  const [points] = ['pointsFinal', 'pointsAfterObjection', 'points']
    .map((field) => form[field])
    .filter((value) => typeof value === 'number');
  return points;
}

/** The first time that the step was done. */
function doneAt({ marking }: CaseState, stepId: string): Instant | undefined {
  const times = Object.values(marking.tasks)
    .filter((task) => task.stepId === stepId && task.status === 'done')
    .flatMap(({ closedAt }) => closedAt ?? []);
  return times.sort()[0];
}

/** A limit of the unit was kept too late. One that runs still is in the table of clocks. */
function wasLate({ clocks }: CaseState): boolean {
  const own = [orderSteps.sign, orderSteps.feedback].map((step) => `step:${step}#`);
  return Object.values(clocks).some(
    ({ clockId, stoppedAt, result }) =>
      stoppedAt !== undefined &&
      stoppedAt >= result.overdueAt &&
      own.some((prefix) => clockId.startsWith(prefix)),
  );
}
