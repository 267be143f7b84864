import type { Act } from '../act.ts';
import { problemsOf, toCommand, toForm, type PublishLetterValues } from './form-values.ts';
import { PublishLetterPanel } from './PublishLetterPanel.tsx';

export const publishLetter: Act<'PublishLetter', PublishLetterValues> = {
  type: 'PublishLetter',
  tone: 'plain',
  hotkey: '',
  preview: 'none',
  isStaying: true,
  savesChecks: false,
  lead: () => 'act.PublishLetter.lead',
  toForm,
  toCommand,
  problemsOf,
  Panel: PublishLetterPanel,
};
