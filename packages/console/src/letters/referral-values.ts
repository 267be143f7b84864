/** To whom a letter goes, and how: the same fields wherever it is referred. Pure. */
import type { StaffCommand } from '@yichuang/contracts';
import { missing, type Problems } from '../acts/act.ts';
import type { ChosenUnit } from './matching-units.ts';

type ReferralOf<C> = C extends { readonly type: 'AcceptCase'; readonly referral?: infer R }
  ? Exclude<R, undefined>
  : never;
type Referral = ReferralOf<StaffCommand>;

export interface ReferralValues {
  readonly unit: ChosenUnit | undefined;
  /** 转送, or 交办 with a report back by a day. */
  readonly manner: 'transfer' | 'assign';
  readonly reportBy: string;
  readonly coUnits: readonly ChosenUnit[];
  readonly isSimple: boolean;
  readonly note: string;
}

export const noReferral: ReferralValues = {
  unit: undefined,
  manner: 'transfer',
  reportBy: '',
  coUnits: [],
  isSimple: false,
  note: '',
};

/** Only called without problems: then there is a unit. */
export function toReferral(values: ReferralValues): Referral {
  const { unit, manner, reportBy, coUnits, isSimple, note } = values;
  return {
    toOrg: unit?.orgId ?? '',
    manner,
    note: note.trim(),
    ...(coUnits.length === 0 ? {} : { coUnits: coUnits.map(({ orgId }) => orgId) }),
    ...(manner === 'assign' && reportBy !== '' ? { reportBy } : {}),
    ...(isSimple ? { procedure: 'simple' as const } : {}),
  };
}

export function referralProblems({ unit, manner, reportBy }: ReferralValues): Problems {
  return {
    ...missing(unit === undefined, 'unit', 'letters.unitMissing'),
    ...missing(manner === 'assign' && reportBy === '', 'reportBy', 'letters.reportByMissing'),
  };
}
