import type { Act } from '../act.ts';
import { AmendFormPanel } from './AmendFormPanel.tsx';
import { problemsOf, toCommand, toForm, type AmendFormValues } from './form-values.ts';

export const amendForm: Act<'AmendForm', AmendFormValues> = {
  type: 'AmendForm',
  tone: 'plain',
  hotkey: 'f',
  preview: 'none',
  isStaying: true,
  savesChecks: false,
  lead: () => 'act.AmendForm.lead',
  toForm,
  toCommand,
  problemsOf,
  Panel: AmendFormPanel,
};
