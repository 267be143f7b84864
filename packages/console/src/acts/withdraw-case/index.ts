import type { Act } from '../act.ts';
import { problemsOf, toCommand, toForm, type WithdrawCaseValues } from './form-values.ts';
import { WithdrawCasePanel } from './WithdrawCasePanel.tsx';

export const withdrawCase: Act<'WithdrawCase', WithdrawCaseValues> = {
  type: 'WithdrawCase',
  tone: 'danger',
  hotkey: 'w',
  preview: 'none',
  isStaying: false,
  savesChecks: false,
  lead: ({ item }) =>
    item?.lifecycle === 'internal' ? 'act.WithdrawCase.leadOwn' : 'act.WithdrawCase.lead',
  toForm,
  toCommand,
  problemsOf,
  Panel: WithdrawCasePanel,
};
