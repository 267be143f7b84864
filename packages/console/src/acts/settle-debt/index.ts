import type { Act } from '../act.ts';
import { problemsOf, toCommand, toForm, type SettleDebtValues } from './form-values.ts';
import { SettleDebtPanel } from './SettleDebtPanel.tsx';

export const settleDebt: Act<'SettleDebt', SettleDebtValues> = {
  type: 'SettleDebt',
  tone: 'main',
  hotkey: '',
  preview: 'none',
  isStaying: true,
  savesChecks: false,
  lead: () => 'act.SettleDebt.lead',
  toForm,
  toCommand,
  problemsOf,
  Panel: SettleDebtPanel,
};
