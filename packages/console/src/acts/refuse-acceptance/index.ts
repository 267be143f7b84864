import type { Act } from '../act.ts';
import { problemsOf, toCommand, toForm, type RefuseAcceptanceValues } from './form-values.ts';
import { RefuseAcceptancePanel } from './RefuseAcceptancePanel.tsx';

export const refuseAcceptance: Act<'RefuseAcceptance', RefuseAcceptanceValues> = {
  type: 'RefuseAcceptance',
  tone: 'danger',
  hotkey: 'x',
  preview: 'first',
  isStaying: false,
  savesChecks: true,
  lead: () => 'act.RefuseAcceptance.lead',
  toForm,
  toCommand,
  problemsOf,
  Panel: RefuseAcceptancePanel,
};
