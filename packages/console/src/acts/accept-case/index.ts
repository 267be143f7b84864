import type { Act } from '../act.ts';
import { AcceptCasePanel } from './AcceptCasePanel.tsx';
import { problemsOf, toCommand, toForm, type AcceptCaseValues } from './form-values.ts';

export const acceptCase: Act<'AcceptCase', AcceptCaseValues> = {
  type: 'AcceptCase',
  tone: 'main',
  hotkey: 'a',
  preview: 'first',
  isStaying: false,
  savesChecks: true,
  lead: () => 'act.AcceptCase.lead',
  toForm,
  toCommand,
  problemsOf,
  Panel: AcceptCasePanel,
};
