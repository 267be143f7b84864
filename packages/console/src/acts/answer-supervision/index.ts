import type { Act } from '../act.ts';
import { problemsOf, toCommand, toForm, type AnswerSupervisionValues } from './form-values.ts';
import { AnswerSupervisionPanel } from './AnswerSupervisionPanel.tsx';

export const answerSupervision: Act<'AnswerSupervision', AnswerSupervisionValues> = {
  type: 'AnswerSupervision',
  tone: 'plain',
  hotkey: '',
  preview: 'none',
  isStaying: true,
  savesChecks: false,
  lead: () => 'act.AnswerSupervision.lead',
  toForm,
  toCommand,
  problemsOf,
  Panel: AnswerSupervisionPanel,
};
