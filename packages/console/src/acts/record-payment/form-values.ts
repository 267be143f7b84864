import { missing, type ActSubject, type CommandOf, type Problems } from '../act.ts';

export const METHODS = ['cash', 'card', 'transfer', 'wire', 'online'] as const;

export interface RecordPaymentValues {
  readonly method: (typeof METHODS)[number];
  readonly receiptNumber: string;
}

export function toForm(): RecordPaymentValues {
  return { method: 'cash', receiptNumber: '' };
}

/** The amount is the assessed one, to the fen: nobody types it. */
export function toCommand(
  values: RecordPaymentValues,
  subject: ActSubject,
): CommandOf<'RecordPayment'> {
  return {
    type: 'RecordPayment',
    amountFen: subject.view.fee?.amountFen ?? 0,
    method: values.method,
    receiptNumber: values.receiptNumber.trim(),
  };
}

export function problemsOf(values: RecordPaymentValues): Problems {
  const isMissing = values.receiptNumber.trim() === '';
  return missing(isMissing, 'receiptNumber', 'act.RecordPayment.receiptMissing');
}
