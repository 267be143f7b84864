import type { Act } from '../act.ts';
import { problemsOf, toCommand, toForm, type DraftAnswerValues } from './form-values.ts';
import { DraftAnswerPanel } from './DraftAnswerPanel.tsx';

export const draftAnswer: Act<'DraftAnswer', DraftAnswerValues> = {
  type: 'DraftAnswer',
  tone: 'main',
  hotkey: 'y',
  preview: 'none',
  isStaying: false,
  savesChecks: false,
  lead: () => 'act.DraftAnswer.lead',
  toForm,
  toCommand,
  problemsOf,
  Panel: DraftAnswerPanel,
};
