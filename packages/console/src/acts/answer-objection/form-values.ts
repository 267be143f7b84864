import {
  noReferral,
  referralProblems,
  toReferral,
  type ReferralValues,
} from '../../letters/referral-values.ts';
import { missing, taskOf, type ActSubject, type CommandOf, type Problems } from '../act.ts';

export interface AnswerObjectionValues {
  readonly isUpheld: boolean;
  readonly reason: string;
  /** Where it goes instead, if the objection is consented to. */
  readonly referral: ReferralValues;
}

export function toForm(): AnswerObjectionValues {
  return { isUpheld: false, reason: '', referral: noReferral };
}

export function toCommand(
  values: AnswerObjectionValues,
  subject: ActSubject,
): CommandOf<'AnswerObjection'> {
  const { isUpheld, reason, referral } = values;
  return {
    type: 'AnswerObjection',
    taskId: taskOf(subject),
    isUpheld,
    reason: reason.trim(),
    ...(isUpheld ? { referral: toReferral(referral) } : {}),
  };
}

/** @basis 信访工作条例 第二十三条第三款: 经转送、交办的信访部门核实同意后，交还相关材料。 */
export function problemsOf({ isUpheld, reason, referral }: AnswerObjectionValues): Problems {
  return {
    ...missing(reason.trim() === '', 'reason', 'act.reasonMissing'),
    ...(isUpheld ? referralProblems(referral) : {}),
  };
}
