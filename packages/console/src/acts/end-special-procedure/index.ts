import type { Act } from '../act.ts';
import { EndSpecialProcedurePanel } from './EndSpecialProcedurePanel.tsx';
import { problemsOf, toCommand, toForm, type EndSpecialProcedureValues } from './form-values.ts';

export const endSpecialProcedure: Act<'EndSpecialProcedure', EndSpecialProcedureValues> = {
  type: 'EndSpecialProcedure',
  tone: 'plain',
  hotkey: 'z',
  preview: 'none',
  isStaying: true,
  savesChecks: false,
  lead: () => 'act.EndSpecialProcedure.lead',
  toForm,
  toCommand,
  problemsOf,
  Panel: EndSpecialProcedurePanel,
};
