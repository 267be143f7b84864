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
  lead: ({ view }) =>
    view.letter === undefined ? 'act.RefuseAcceptance.lead' : 'act.RefuseAcceptance.leadLetter',
  toForm,
  toCommand,
  problemsOf,
  Panel: RefuseAcceptancePanel,
};
