import type { Act } from '../act.ts';
import { problemsOf, toCommand, toForm, type ReturnTaskValues } from './form-values.ts';
import { ReturnTaskPanel } from './ReturnTaskPanel.tsx';

export const returnTask: Act<'ReturnTask', ReturnTaskValues> = {
  type: 'ReturnTask',
  tone: 'plain',
  hotkey: 'b',
  preview: 'none',
  isStaying: false,
  savesChecks: false,
  lead: ({ view }) =>
    view.letter === undefined ? 'act.ReturnTask.lead' : 'act.ReturnTask.leadLetter',
  toForm,
  toCommand,
  problemsOf,
  Panel: ReturnTaskPanel,
};
