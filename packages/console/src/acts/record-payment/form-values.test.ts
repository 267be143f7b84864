import { describe, expect, it } from 'vitest';
import { expectCommand } from '../../examples/expect-command.examples.ts';
import { examples } from './examples.ts';
import { problemsOf, toCommand, toForm } from './form-values.ts';

describe('recording a payment', () => {
  it('needs the number of the receipt', () => {
    expect(Object.keys(problemsOf(toForm()))).toEqual(['receiptNumber']);
  });

  it('takes the assessed amount to the fen; nobody types it', () => {
    const values = { method: 'card' as const, receiptNumber: ' PJ-0001 ' };
    expectCommand(toCommand(values, examples.subject), {
      type: 'RecordPayment',
      amountFen: 120_000,
      method: 'card',
      receiptNumber: 'PJ-0001',
    });
  });
});
