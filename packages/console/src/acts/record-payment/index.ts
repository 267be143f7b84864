import type { Act } from '../act.ts';
import { problemsOf, toCommand, toForm, type RecordPaymentValues } from './form-values.ts';
import { RecordPaymentPanel } from './RecordPaymentPanel.tsx';

export const recordPayment: Act<'RecordPayment', RecordPaymentValues> = {
  type: 'RecordPayment',
  tone: 'main',
  hotkey: 'm',
  preview: 'none',
  isStaying: false,
  savesChecks: false,
  lead: () => 'act.RecordPayment.lead',
  toForm,
  toCommand,
  problemsOf,
  Panel: RecordPaymentPanel,
};
