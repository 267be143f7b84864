import type { Act } from '../act.ts';
import { problemsOf, toCommand, toForm, type ReferCaseValues } from './form-values.ts';
import { ReferCasePanel } from './ReferCasePanel.tsx';

export const referCase: Act<'ReferCase', ReferCaseValues> = {
  type: 'ReferCase',
  tone: 'main',
  hotkey: 't',
  preview: 'offered',
  isStaying: false,
  savesChecks: false,
  lead: () => 'act.ReferCase.lead',
  toForm,
  toCommand,
  problemsOf,
  Panel: ReferCasePanel,
};
