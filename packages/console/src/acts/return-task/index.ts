import type { Act } from '../act.ts';
import { isChecking } from '../verb-key.ts';
import { problemsOf, toCommand, toForm, type ReturnTaskValues } from './form-values.ts';
import { ReturnTaskPanel } from './ReturnTaskPanel.tsx';

export const returnTask: Act<'ReturnTask', ReturnTaskValues> = {
  type: 'ReturnTask',
  tone: 'plain',
  hotkey: 'b',
  preview: 'none',
  isStaying: false,
  savesChecks: false,
  lead: ({ allowed, view }) =>
    isChecking(allowed, view) ? 'act.ReturnTask.leadLetter' : 'act.ReturnTask.lead',
  toForm,
  toCommand,
  problemsOf,
  Panel: ReturnTaskPanel,
};
