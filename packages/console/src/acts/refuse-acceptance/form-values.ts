import type { OtherProcedure } from '@yichuang/contracts';
import { missing, taskOf, type ActSubject, type CommandOf, type Problems } from '../act.ts';
import { basisProblems, noBasis, OTHER_BASIS, toBasis, type BasisValues } from '../basis-values.ts';

const GROUNDS = ['not-required', 'not-competent', 'not-corrected', 'other'] as const;

/** @basis 信访工作条例 第二十二条, 第三十一条, 第三十五条 */
const LETTER_GROUNDS = [
  'not-competent',
  'other-procedure',
  'in-procedure',
  'same-facts',
  'other',
] as const;

type Ground = (typeof GROUNDS)[number] | (typeof LETTER_GROUNDS)[number];

export interface RefuseAcceptanceValues extends BasisValues {
  readonly ground: Ground;
  readonly reason: string;
  /** Of a letter: where its sender can turn instead. */
  readonly goTo: string;
}

export function groundsOf({ view }: ActSubject): readonly Ground[] {
  return view.letter === undefined ? GROUNDS : LETTER_GROUNDS;
}

export function toForm(subject: ActSubject): RefuseAcceptanceValues {
  const [ground = 'other'] = groundsOf(subject);
  return { ground, reason: '', goTo: '', ...noBasis };
}

/** Another procedure that the matter belongs to: its way and its law, to be changed at will. */
export function fromProcedure({ goTo, basis }: OtherProcedure): Partial<RefuseAcceptanceValues> {
  const { law: basisLaw, article: basisArticle } = basis;
  return { ground: 'other-procedure', goTo, basisChoice: OTHER_BASIS, basisLaw, basisArticle };
}

/** Only called without problems: then there is a basis. */
export function toCommand(
  values: RefuseAcceptanceValues,
  subject: ActSubject,
): CommandOf<'RefuseAcceptance'> {
  const goTo = values.goTo.trim();
  return {
    type: 'RefuseAcceptance',
    taskId: taskOf(subject),
    ground: values.ground,
    reason: values.reason.trim(),
    basis: toBasis(values, subject) ?? { law: '', article: '' },
    ...(goTo === '' ? {} : { goTo }),
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
