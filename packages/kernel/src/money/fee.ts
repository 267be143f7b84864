import type { LegalBasis } from '../time/index.ts';
import { addFen, fen, multiplyFen, percentOfFen, type Fen, type Quantity } from './fen.ts';

/**
 * A published fee standard. A fee is computed and never chosen: where the published list gives a
 * range, `unitFen` is its lowest end.
 *
 * @basis 行政许可法 第59条: 行政机关实施行政许可，依照法律、行政法规收取费用的，应当按照公布的法定项目和标准收费
 */
export type FeeStandard = FixedFee | PerUnitFee | TieredFee;

interface FeeStandardCore {
  readonly id: string;
  readonly name: string;
  readonly basis: LegalBasis;
  readonly minFen?: Fen;
  readonly maxFen?: Fen;
  readonly exemptions?: readonly FeeExemption[];
}

export interface FixedFee extends FeeStandardCore {
  readonly kind: 'fixed';
  readonly unitFen: Fen;
  readonly unit: string;
}

export interface PerUnitFee extends FeeStandardCore {
  readonly kind: 'per-unit';
  readonly unitFen: Fen;
  readonly unit: string;
  /** Name of the form field that holds the quantity. */
  readonly quantityField: string;
}

/** 超额累进: each tier's price applies only to the units within the tier. */
export interface TieredFee extends FeeStandardCore {
  readonly kind: 'tiered';
  readonly unit: string;
  readonly quantityField: string;
  /** Ascending; only the last may lack `upTo`, and must when nothing rises after it. */
  readonly tiers: readonly FeeTier[];
  /** After the last tier's `upTo`, each further `every` units are a tier, dearer by `addFen`. */
  readonly rising?: { readonly every: number; readonly addFen: Fen };
}

export interface FeeTier {
  /** The last unit of the tier, counted from 1; absent for a tier without end. */
  readonly upTo?: number;
  readonly unitFen: Fen;
}

export interface FeeExemption {
  readonly id: string;
  /** A FEEL condition over the case's form; the kernel is told which ones held. */
  readonly when: string;
  readonly basis: LegalBasis;
  /** Whole percent of the fee that is waived; absent means all of it. */
  readonly waivedPercent?: number;
}

export interface FeeLine {
  readonly name: string;
  readonly quantity: Quantity;
  readonly unit: string;
  readonly unitFen: Fen;
  readonly amountFen: Fen;
}

export interface FeeAssessment {
  readonly amountFen: Fen;
  readonly lines: readonly FeeLine[];
  readonly basis: LegalBasis;
  /** The sum of the lines fell below the minimum or above the maximum, and that was taken. */
  readonly bound?: 'minimum' | 'maximum';
  readonly exemption?: { readonly id: string; readonly basis: LegalBasis; readonly waivedFen: Fen };
}

/**
 * What is due: price times quantity, then minimum and maximum, then the best exemption.
 *
 * @param heldExemptionIds ids of the exemptions whose condition holds; the largest one applies
 * @throws RangeError when the quantity is absent, negative or no plain decimal, and for tiers a
 * quantity that is not whole: the form was to ask for it, so this is a fault of the pack.
 */
export function assessFee(
  standard: FeeStandard,
  quantities: Readonly<Record<string, Quantity>>,
  heldExemptionIds: readonly string[] = [],
): FeeAssessment {
  const lines = linesOf(standard, quantities);
  const sum = addFen(...lines.map((line) => line.amountFen));
  const { amount, bound } = bounded(standard, sum);
  const held = (standard.exemptions ?? []).filter(({ id }) => heldExemptionIds.includes(id));
  const best = held.toSorted((a, b) => waivedPercent(b) - waivedPercent(a))[0];
  const waivedFen = best === undefined ? fen(0) : percentOfFen(amount, waivedPercent(best));
  return {
    amountFen: fen(amount - waivedFen),
    lines,
    basis: standard.basis,
    ...(bound !== undefined && { bound }),
    ...(best !== undefined && { exemption: { id: best.id, basis: best.basis, waivedFen } }),
  };
}

function linesOf(
  standard: FeeStandard,
  quantities: Readonly<Record<string, Quantity>>,
): readonly FeeLine[] {
  const { name, unit } = standard;
  if (standard.kind === 'fixed') {
    const { unitFen } = standard;
    return [{ name, quantity: 1, unit, unitFen, amountFen: unitFen }];
  }
  const quantity = quantities[standard.quantityField];
  if (quantity === undefined || Number(quantity) < 0) {
    throw new RangeError(`fee ${standard.id}: no quantity in ${standard.quantityField}`);
  }
  if (standard.kind === 'per-unit') {
    const { unitFen } = standard;
    return [{ name, quantity, unit, unitFen, amountFen: multiplyFen(unitFen, quantity) }];
  }
  return tierLines(standard, Number(quantity));
}

function tierLines(standard: TieredFee, quantity: number): readonly FeeLine[] {
  if (!Number.isInteger(quantity)) {
    throw new RangeError(`fee ${standard.id}: not a whole quantity: ${quantity}`);
  }
  const { name, unit } = standard;
  const lines: FeeLine[] = [];
  let counted = 0;
  for (let i = 0; counted < quantity; i += 1) {
    const { upTo, unitFen } = tierAt(standard, i);
    const units = Math.min(quantity, upTo ?? quantity) - counted;
    counted += units;
    const amountFen = multiplyFen(unitFen, units);
    lines.push({ name, quantity: units, unit, unitFen, amountFen });
  }
  return lines;
}

function tierAt(standard: TieredFee, i: number): FeeTier {
  const { tiers, rising } = standard;
  const given = tiers[i];
  if (given !== undefined) return given;
  const last = tiers.at(-1);
  if (last?.upTo === undefined || rising === undefined || rising.every < 1) {
    throw new RangeError(`fee ${standard.id}: its tiers have an end`);
  }
  const further = i - tiers.length + 1;
  return {
    upTo: last.upTo + further * rising.every,
    unitFen: addFen(last.unitFen, multiplyFen(rising.addFen, further)),
  };
}

function bounded(
  { minFen, maxFen }: FeeStandard,
  sum: Fen,
): { readonly amount: Fen; readonly bound?: 'minimum' | 'maximum' } {
  if (minFen !== undefined && sum < minFen) return { amount: minFen, bound: 'minimum' };
  if (maxFen !== undefined && sum > maxFen) return { amount: maxFen, bound: 'maximum' };
  return { amount: sum };
}

function waivedPercent(exemption: FeeExemption): number {
  return exemption.waivedPercent ?? 100;
}
