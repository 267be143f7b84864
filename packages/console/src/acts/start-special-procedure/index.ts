import type { Act } from '../act.ts';
import { problemsOf, toCommand, toForm, type StartSpecialProcedureValues } from './form-values.ts';
import { StartSpecialProcedurePanel } from './StartSpecialProcedurePanel.tsx';

export const startSpecialProcedure: Act<'StartSpecialProcedure', StartSpecialProcedureValues> = {
  type: 'StartSpecialProcedure',
  tone: 'plain',
  hotkey: 's',
  preview: 'first',
  isStaying: true,
  savesChecks: false,
  lead: () => 'act.StartSpecialProcedure.lead',
  toForm,
  toCommand,
  problemsOf,
  Panel: StartSpecialProcedurePanel,
};
