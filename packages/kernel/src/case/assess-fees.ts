import { addFen, assessFee, fen, type FeeStandard } from '../money/index.ts';
import type { CaseContext } from './commands.ts';
import type { FeeLine } from './events.ts';
import { orderDocumentFor } from './order-document.ts';
import type { Proceeding } from './proceeding.ts';
import { refuse, type Refusal } from './refusals.ts';
import type { CaseState } from './state.ts';

/**
 * The fee as the standard computes it: nobody types an amount.
 * @basis 中华人民共和国行政许可法 第五十九条: 应当按照公布的法定项目和标准收费。
 */
export function assessFees(p: Proceeding, nodeId: string): void {
  const lines = p.context.item.fees.flatMap((standard) => feeLines(standard, p.state(), p.context));
  const amountFen = lines.reduce((sum, line) => addFen(sum, line.amountFen), fen(0));
  p.emit({ type: 'FeeAssessed', nodeId, amountFen, lines });
  if (amountFen > 0) orderDocumentFor(p, 'payment');
}

/** Form quantities that the standards need and the form does not have. */
export function missingQuantities(state: CaseState, context: CaseContext): Refusal[] {
  return context.item.fees
    .filter((fee) => fee.quantityField !== undefined)
    .filter((fee) => typeof state.form[fee.quantityField ?? ''] !== 'number')
    .map((fee) =>
      refuse('fee-quantity-missing', { field: fee.quantityField ?? '', fee: fee.name }),
    );
}

function feeLines(standard: FeeStandard, state: CaseState, context: CaseContext): FeeLine[] {
  const isExempt = standard.exemptions?.some((e) => context.evaluate(e.when, state.form) === true);
  if (isExempt === true) return [];
  const value = standard.quantityField === undefined ? 1 : state.form[standard.quantityField];
  const quantity = typeof value === 'number' ? value : 0;
  return assessFee(standard, quantity).lines.map((line) => ({
    standardId: standard.id,
    name: line.name,
    quantity: line.quantity,
    unit: line.unit,
    unitFen: line.unitFen,
    amountFen: line.amountFen,
    basis: standard.basis,
  }));
}
