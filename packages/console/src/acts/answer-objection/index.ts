import type { Act } from '../act.ts';
import { problemsOf, toCommand, toForm, type AnswerObjectionValues } from './form-values.ts';
import { AnswerObjectionPanel } from './AnswerObjectionPanel.tsx';

export const answerObjection: Act<'AnswerObjection', AnswerObjectionValues> = {
  type: 'AnswerObjection',
  tone: 'main',
  hotkey: '',
  preview: 'offered',
  isStaying: false,
  savesChecks: false,
  lead: () => 'act.AnswerObjection.lead',
  toForm,
  toCommand,
  problemsOf,
  Panel: AnswerObjectionPanel,
};
