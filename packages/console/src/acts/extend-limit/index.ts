import type { Act } from '../act.ts';
import { ExtendLimitPanel } from './ExtendLimitPanel.tsx';
import { problemsOf, toCommand, toForm, type ExtendLimitValues } from './form-values.ts';

export const extendLimit: Act<'ExtendLimit', ExtendLimitValues> = {
  type: 'ExtendLimit',
  tone: 'plain',
  hotkey: 'e',
  preview: 'first',
  isStaying: true,
  savesChecks: false,
  lead: () => 'act.ExtendLimit.lead',
  toForm,
  toCommand,
  problemsOf,
  Panel: ExtendLimitPanel,
};
