import { missing, type CommandOf, type Problems } from '../act.ts';

export interface WithdrawCaseValues {
  readonly reason: string;
}

export function toForm(): WithdrawCaseValues {
  return { reason: '' };
}

export function toCommand(values: WithdrawCaseValues): CommandOf<'WithdrawCase'> {
  return { type: 'WithdrawCase', reason: values.reason.trim() };
}

export function problemsOf(values: WithdrawCaseValues): Problems {
  return missing(values.reason.trim() === '', 'reason', 'act.reasonMissing');
}
