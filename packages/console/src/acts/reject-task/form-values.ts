import { dutyOf, missing, taskOf, type ActSubject, type CommandOf } from '../act.ts';
import type { Problems } from '../act.ts';
import { basisProblems, noBasis, toBasis, type BasisValues } from '../basis-values.ts';

export interface RejectTaskValues extends BasisValues {
  readonly opinion: string;
}

export function toForm(): RejectTaskValues {
  return { opinion: '', ...noBasis };
}

/** Only the refusal of a licence names its law; an opinion that travels on need not. */
export function needsBasis(subject: ActSubject): boolean {
  return dutyOf(subject) === 'decision';
}

export function toCommand(values: RejectTaskValues, subject: ActSubject): CommandOf<'RejectTask'> {
  const basis = toBasis(values, subject);
  return {
    type: 'RejectTask',
    taskId: taskOf(subject),
    opinion: values.opinion.trim(),
    ...(basis === undefined ? {} : { basis: [basis] }),
  };
}

/**
 * @basis 中华人民共和国行政许可法 第三十八条第二款: 依法作出不予行政许可的书面决定的，应当说明理由。
 */
export function problemsOf(values: RejectTaskValues, subject: ActSubject): Problems {
  return {
    ...missing(values.opinion.trim() === '', 'opinion', 'act.reasonMissing'),
    ...(needsBasis(subject) ? basisProblems(values, subject) : {}),
  };
}
