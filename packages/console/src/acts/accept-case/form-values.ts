import type { MaterialDefinition } from '@yichuang/kernel/case';
import { isUnreferred } from '../../letters/letter-state.ts';
import {
  noReferral,
  referralProblems,
  toReferral,
  type ReferralValues,
} from '../../letters/referral-values.ts';
import { unacceptable } from '../../materials/check-values.ts';
import { taskOf, type ActSubject, type CommandOf, type Problems } from '../act.ts';

export interface AcceptCaseValues {
  readonly opinion: string;
  /** 容缺受理: working days by material. */
  readonly deferred: Readonly<Record<string, number>>;
  /** Of a letter: whether a unit is to answer it, or the office that accepts it. */
  readonly goesTo: 'unit' | 'office';
  readonly referral: ReferralValues;
}

export function toForm(): AcceptCaseValues {
  return { opinion: '', deferred: {}, goesTo: 'unit', referral: noReferral };
}

export function toCommand(values: AcceptCaseValues, subject: ActSubject): CommandOf<'AcceptCase'> {
  const deferred = deferrable(subject).flatMap(({ id }) => {
    const days = values.deferred[id];
    return days === undefined ? [] : [{ materialId: id, days }];
  });
  return {
    type: 'AcceptCase',
    taskId: taskOf(subject),
    opinion: values.opinion.trim(),
    ...(deferred.length === 0 ? {} : { deferred }),
    ...(isReferring(values, subject) ? { referral: toReferral(values.referral) } : {}),
  };
}

/**
 * A letter that no unit has yet: who accepts it also says who answers it. A review is answered by
 * the level that was asked for it.
 */
export function asksForUnit({ view }: ActSubject): boolean {
  const letter = view.letter;
  return letter !== undefined && letter.about === undefined && isUnreferred(letter);
}

function isReferring({ goesTo }: AcceptCaseValues, subject: ActSubject): boolean {
  return goesTo === 'unit' && asksForUnit(subject);
}

/** Missing materials that the item lets come later. */
export function deferrable({ item, view, checks }: ActSubject): readonly MaterialDefinition[] {
  return (item?.materials ?? []).filter(
    ({ id, necessity, deferral }) =>
      necessity === 'deferrable' &&
      deferral !== undefined &&
      view.materials.some(({ materialId }) => materialId === id) &&
      checks[id]?.verdict !== 'complete',
  );
}

/**
 * @basis 中华人民共和国行政许可法 第三十二条第一款第五项: 申请材料齐全、符合法定形式，应当受理行政许可申请。
 */
export function problemsOf(values: AcceptCaseValues, subject: ActSubject): Problems {
  if (isReferring(values, subject)) return referralProblems(values.referral);
  const left = unacceptable(subject.checks, subject.view).length;
  return left === 0 ? {} : { checks: { key: 'act.AcceptCase.unchecked', params: { n: left } } };
}

/** Undefined: the material is not to come later. */
export function withDays(
  values: AcceptCaseValues,
  materialId: string,
  days: number | undefined,
): AcceptCaseValues['deferred'] {
  const { [materialId]: _before, ...others } = values.deferred;
  return days === undefined ? others : { ...others, [materialId]: days };
}
