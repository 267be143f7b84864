import type { Act } from '../act.ts';
import { problemsOf, toCommand, toForm, type SuperviseCaseValues } from './form-values.ts';
import { SuperviseCasePanel } from './SuperviseCasePanel.tsx';

export const superviseCase: Act<'SuperviseCase', SuperviseCaseValues> = {
  type: 'SuperviseCase',
  tone: 'plain',
  hotkey: '',
  preview: 'offered',
  isStaying: true,
  savesChecks: false,
  lead: () => 'act.SuperviseCase.lead',
  toForm,
  toCommand,
  problemsOf,
  Panel: SuperviseCasePanel,
};
