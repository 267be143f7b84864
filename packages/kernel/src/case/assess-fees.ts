import { addFen, assessFee, fen, type FeeAssessment, type FeeStandard } from '../money/index.ts';
import type { CaseContext } from './commands.ts';
import type { FeeAdjustment, FeeLine } from './events.ts';
import { orderDocumentFor } from './order-document.ts';
import type { Proceeding } from './proceeding.ts';
import { refuse, type Refusal } from './refusals.ts';
import type { CaseState } from './state.ts';

/**
 * The fee as the standard computes it: nobody types an amount. What was paid is not assessed
 * again when a return leads past here once more.
 * @basis 中华人民共和国行政许可法 第五十九条: 应当按照公布的法定项目和标准收费。
 */
export function assessFees(p: Proceeding, nodeId: string): void {
  const state = p.state();
  if (state.fee?.paidAt !== undefined) return;
  const missing = missingQuantities(state, p.context);
  if (missing.length > 0) return missing.forEach((refusal) => p.refuse(refusal));
  const assessed = p.context.item.fees.map((standard) => assess(standard, state, p.context));
  const amountFen = addFen(fen(0), ...assessed.map(({ amount }) => amount.amountFen));
  p.emit({
    type: 'FeeAssessed',
    nodeId,
    amountFen,
    lines: assessed.flatMap(({ standard, amount }) => feeLines(standard, amount)),
    adjustments: assessed.flatMap(({ standard, amount }) => feeAdjustments(standard, amount)),
  });
  if (amountFen > 0) orderDocumentFor(p, 'payment');
}

/** Form quantities that the standards need and the form does not have in a usable form. */
export function missingQuantities(state: CaseState, context: CaseContext): Refusal[] {
  return context.item.fees.flatMap((standard) => {
    if (standard.kind === 'fixed') return [];
    const quantity = state.form[standard.quantityField];
    const isUsable =
      typeof quantity === 'number' &&
      quantity >= 0 &&
      (standard.kind === 'tiered' ? Number.isSafeInteger(quantity) : isPlainDecimal(quantity));
    if (isUsable) return [];
    return [refuse('fee-quantity-missing', { field: standard.quantityField, fee: standard.name })];
  });
}

/** Neither so large nor so small that it is written with an exponent. */
function isPlainDecimal(quantity: number): boolean {
  return quantity <= 1e12 && /^\d+(\.\d{1,18})?$/.test(String(quantity));
}

interface Assessed {
  readonly standard: FeeStandard;
  readonly amount: FeeAssessment;
}

function assess(standard: FeeStandard, state: CaseState, context: CaseContext): Assessed {
  const held = (standard.exemptions ?? [])
    .filter((exemption) => context.evaluate(exemption.when, state.form) === true)
    .map((exemption) => exemption.id);
  const quantity = standard.kind === 'fixed' ? undefined : state.form[standard.quantityField];
  const quantities =
    standard.kind === 'fixed' || typeof quantity !== 'number'
      ? {}
      : { [standard.quantityField]: quantity };
  return { standard, amount: assessFee(standard, quantities, held) };
}

function feeLines(standard: FeeStandard, { lines }: FeeAssessment): FeeLine[] {
  return lines.map((line) => ({
    standardId: standard.id,
    name: line.name,
    quantity: line.quantity,
    unit: line.unit,
    unitFen: line.unitFen,
    amountFen: line.amountFen,
    basis: standard.basis,
  }));
}

/** What makes the lines of a standard come to its amount: a bound, then an exemption. */
function feeAdjustments(standard: FeeStandard, amount: FeeAssessment): FeeAdjustment[] {
  const { id: standardId, name } = standard;
  const sum = addFen(fen(0), ...amount.lines.map((line) => line.amountFen));
  const waivedFen = amount.exemption?.waivedFen ?? fen(0);
  const bounded = addFen(amount.amountFen, waivedFen);
  const adjustments: FeeAdjustment[] = [];
  if (amount.bound !== undefined) {
    const amountFen = fen(bounded - sum);
    adjustments.push({ standardId, name, kind: amount.bound, amountFen, basis: amount.basis });
  }
  if (amount.exemption !== undefined) {
    const { basis } = amount.exemption;
    const amountFen = fen(0 - waivedFen);
    adjustments.push({ standardId, name, kind: 'exemption', amountFen, basis });
  }
  return adjustments;
}
