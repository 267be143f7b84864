import { missing, taskOf, type ActSubject, type CommandOf, type Problems } from '../act.ts';
import { basisProblems, noBasis, toBasis, type BasisValues } from '../basis-values.ts';

export const GROUNDS = ['not-required', 'not-competent', 'not-corrected', 'other'] as const;

export interface RefuseAcceptanceValues extends BasisValues {
  readonly ground: (typeof GROUNDS)[number];
  readonly reason: string;
}

export function toForm(): RefuseAcceptanceValues {
  return { ground: 'not-required', reason: '', ...noBasis };
}

/** Only called without problems: then there is a basis. */
export function toCommand(
  values: RefuseAcceptanceValues,
  subject: ActSubject,
): CommandOf<'RefuseAcceptance'> {
  return {
    type: 'RefuseAcceptance',
    taskId: taskOf(subject),
    ground: values.ground,
    reason: values.reason.trim(),
    basis: toBasis(values, subject) ?? { law: '', article: '' },
  };
}

/**
 * @basis 中华人民共和国行政许可法 第三十二条: 不予受理行政许可申请，应当出具加盖本行政机关专用印章和注明日期的书面凭证。
 */
export function problemsOf(values: RefuseAcceptanceValues, subject: ActSubject): Problems {
  return {
    ...missing(values.reason.trim() === '', 'reason', 'act.reasonMissing'),
    ...basisProblems(values, subject),
  };
}
