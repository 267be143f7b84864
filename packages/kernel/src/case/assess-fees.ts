import { addFen, assessFee, type FeeAssessment, type FeeStandard } from '../money/index.ts';
import type { CaseContext } from './commands.ts';
import { orderDocumentFor } from './order-document.ts';
import type { Proceeding } from './proceeding.ts';
import { refuse, type Refusal } from './refusals.ts';
import type { CaseState } from './state.ts';

/**
 * The fee as the standard computes it: nobody types an amount.
 * @basis 中华人民共和国行政许可法 第五十九条: 应当按照公布的法定项目和标准收费。
 */
export function assessFees(p: Proceeding, nodeId: string): void {
  const assessed = p.context.item.fees.map((standard) => ({
    standard,
    fee: assess(standard, p.state(), p.context),
  }));
  const amountFen = addFen(...assessed.map(({ fee }) => fee.amountFen));
  const lines = assessed.flatMap(({ standard, fee }) =>
    fee.lines.map((line) => ({
      ...line,
      standardId: standard.id,
      quantity: Number(line.quantity),
      basis: standard.basis,
    })),
  );
  p.emit({ type: 'FeeAssessed', nodeId, amountFen, lines });
  if (amountFen > 0) orderDocumentFor(p, 'payment');
}

function assess(standard: FeeStandard, state: CaseState, context: CaseContext): FeeAssessment {
  const held = (standard.exemptions ?? [])
    .filter((exemption) => context.evaluate(exemption.when, state.form) === true)
    .map((exemption) => exemption.id);
  const field = quantityField(standard);
  const value = field === undefined ? undefined : state.form[field];
  const quantities = typeof value === 'number' && field !== undefined ? { [field]: value } : {};
  return assessFee(standard, quantities, held);
}

function quantityField(standard: FeeStandard): string | undefined {
  return standard.kind === 'fixed' ? undefined : standard.quantityField;
}

/** Form quantities that the standards need and the form does not have. */
export function missingQuantities(state: CaseState, context: CaseContext): Refusal[] {
  return context.item.fees.flatMap((standard) => {
    const field = quantityField(standard);
    if (field === undefined || typeof state.form[field] === 'number') return [];
    return [refuse('fee-quantity-missing', { field, fee: standard.name })];
  });
}
