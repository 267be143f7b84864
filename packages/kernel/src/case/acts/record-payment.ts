import { fen } from '../../money/index.ts';
import { hasCapability } from '../permissions.ts';
import { refuse } from '../refusals.ts';
import { hasEnded } from '../state.ts';
import type { Act } from './act.ts';
import { endWaits } from './special-procedure.ts';

/** 缴费: collected by the settlement centre, apart from where it was assessed (B1). */
export const recordPayment: Act<'RecordPayment'> = {
  type: 'RecordPayment',
  isForTask: false,
  permit(state, context) {
    if (!hasCapability(context, 'cashier')) return refuse('right-missing', { right: 'cashier' });
    if (hasEnded(state)) return refuse('case-has-ended', { phase: state.phase });
    if (state.fee === undefined || state.fee.amountFen === 0) return refuse('fee-not-assessed');
    return state.fee.paidAt === undefined ? undefined : refuse('fee-already-paid');
  },
  check(state, command) {
    const dueFen = state.fee?.amountFen ?? 0;
    if (command.amountFen !== dueFen) return [refuse('payment-not-exact', { dueFen })];
    return command.receiptNumber.trim() === '' ? [refuse('receipt-number-required')] : [];
  },
  perform(p, command) {
    const { method, receiptNumber } = command;
    const amountFen = fen(command.amountFen);
    p.emit({ type: 'PaymentRecorded', amountFen, method, receiptNumber });
    endWaits(p, 'payment');
  },
};
