import type { Act } from '../act.ts';
import { problemsOf, toCommand, toForm, type SendLetterMessageValues } from './form-values.ts';
import { SendLetterMessagePanel } from './SendLetterMessagePanel.tsx';

export const sendLetterMessage: Act<'SendLetterMessage', SendLetterMessageValues> = {
  type: 'SendLetterMessage',
  tone: 'plain',
  hotkey: '',
  preview: 'none',
  isStaying: true,
  savesChecks: false,
  lead: () => 'act.SendLetterMessage.lead',
  toForm,
  toCommand,
  problemsOf,
  Panel: SendLetterMessagePanel,
};
