import {
  noReferral,
  referralProblems,
  toReferral,
  type ReferralValues,
} from '../../letters/referral-values.ts';
import { taskOf, type ActSubject, type CommandOf } from '../act.ts';

export type ReferCaseValues = ReferralValues;

export function toForm(): ReferCaseValues {
  return noReferral;
}

export function toCommand(values: ReferCaseValues, subject: ActSubject): CommandOf<'ReferCase'> {
  return { type: 'ReferCase', taskId: taskOf(subject), ...toReferral(values) };
}

export const problemsOf = referralProblems;
