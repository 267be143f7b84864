/**
 * What an applicant still owes to an accepted case: a material that may come later (容缺受理), or
 * what a written commitment promised in place of one (告知承诺).
 *
 * `owed` → `supplied` (handed in, to be looked at) → `kept`, or back to `owed` when it was not
 * enough; `broken` ends it from either. A debt that lapses stays owed: people decide what follows.
 */
import type { Instant, LegalBasis, PlainDate } from '../time/index.ts';
import type { FiledMaterial } from './filed-material.ts';
import type { DEBT_VERDICTS } from '../words/index.ts';

export type DebtKind = 'deferred-material' | 'commitment';
export type DebtStatus = 'owed' | 'supplied' | 'kept' | 'broken';

export interface DebtState {
  readonly debtId: string;
  readonly kind: DebtKind;
  readonly materialId: string;
  /** Of the material. */
  readonly name: string;
  /** Working days: from acceptance for a material, from the decision for a commitment's check. */
  readonly days: number;
  /** What follows when it is not kept, as the applicant was told. */
  readonly consequence: string;
  readonly status: DebtStatus;
  readonly incurredAt: Instant;
  /** How often it was handed in; each "not enough" gives the days anew. */
  readonly supplies?: number;
  readonly lapsedAt?: Instant;
  readonly settledAt?: Instant;
  readonly settledBy?: string;
  readonly note?: string;
  readonly basis?: LegalBasis;
}

export type DebtVerdict = (typeof DEBT_VERDICTS)[number];

export type DebtEvent =
  | {
      readonly type: 'DebtIncurred';
      readonly debtId: string;
      readonly kind: DebtKind;
      readonly materialId: string;
      readonly name: string;
      readonly days: number;
      readonly consequence: string;
    }
  | {
      readonly type: 'MaterialsSupplied';
      readonly suppliedOn: PlainDate;
      readonly materials: readonly FiledMaterial[];
      /** The debts that they are meant to settle. */
      readonly debtIds: readonly string[];
    }
  | {
      readonly type: 'DebtSettled';
      readonly debtId: string;
      readonly verdict: DebtVerdict;
      readonly note: string;
      readonly basis?: LegalBasis;
    }
  | { readonly type: 'DebtLapsed'; readonly debtId: string };

export type DebtCommand =
  | { readonly type: 'SupplyMaterials'; readonly materials: readonly FiledMaterial[] }
  | {
      readonly type: 'SettleDebt';
      readonly debtId: string;
      readonly verdict: DebtVerdict;
      readonly note: string;
      /** Required for `broken`: something follows from it. */
      readonly basis?: LegalBasis;
    };

/** In the order in which they were incurred. */
export function debtsOf(state: {
  readonly debts?: Readonly<Record<string, DebtState>>;
}): DebtState[] {
  return Object.values(state.debts ?? {}).sort((a, b) => orderOf(a) - orderOf(b));
}

/** Debts are `b1`, `b2` … */
function orderOf({ debtId }: DebtState): number {
  return Number(debtId.slice(1));
}
