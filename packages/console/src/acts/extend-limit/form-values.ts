import { missing, type CommandOf, type Problems } from '../act.ts';
import { daysProblems } from '../DaysField.tsx';

export interface ExtendLimitValues {
  readonly days: string;
  readonly reason: string;
}

export function toForm(): ExtendLimitValues {
  return { days: '', reason: '' };
}

export function toCommand(values: ExtendLimitValues): CommandOf<'ExtendLimit'> {
  return { type: 'ExtendLimit', days: Number(values.days), reason: values.reason.trim() };
}

/**
 * @basis 中华人民共和国行政许可法 第四十二条第一款: 经本行政机关负责人批准，可以延长十日，并应当将延长期限的理由告知申请人。
 */
export function problemsOf(values: ExtendLimitValues): Problems {
  return {
    ...daysProblems(values.days),
    ...missing(values.reason.trim() === '', 'reason', 'act.reasonMissing'),
  };
}
