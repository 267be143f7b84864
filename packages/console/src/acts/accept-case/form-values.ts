import { unacceptable } from '../../materials/check-values.ts';
import { taskOf, type ActSubject, type CommandOf, type Problems } from '../act.ts';

export interface AcceptCaseValues {
  readonly opinion: string;
}

export function toForm(): AcceptCaseValues {
  return { opinion: '' };
}

export function toCommand(values: AcceptCaseValues, subject: ActSubject): CommandOf<'AcceptCase'> {
  return { type: 'AcceptCase', taskId: taskOf(subject), opinion: values.opinion.trim() };
}

/**
 * @basis 中华人民共和国行政许可法 第三十二条第一款第五项: 申请材料齐全、符合法定形式，应当受理行政许可申请。
 */
export function problemsOf(_values: AcceptCaseValues, subject: ActSubject): Problems {
  const left = unacceptable(subject.checks, subject.view).length;
  return left === 0 ? {} : { checks: { key: 'act.AcceptCase.unchecked', params: { n: left } } };
}
