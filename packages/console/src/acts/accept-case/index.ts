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
  lead: ({ view }) =>
    view.letter === undefined ? 'act.AcceptCase.lead' : 'act.AcceptCase.leadLetter',
  toForm,
  toCommand,
  problemsOf,
  Panel: AcceptCasePanel,
};
