import type { Act } from '../act.ts';
import {
  linkProblemsOf,
  linkToCommand,
  linkToForm,
  unlinkProblemsOf,
  unlinkToCommand,
  unlinkToForm,
  type LinkLetterValues,
  type UnlinkLetterValues,
} from './form-values.ts';
import { LinkLetterPanel } from './LinkLetterPanel.tsx';
import { UnlinkLetterPanel } from './UnlinkLetterPanel.tsx';

export const linkLetter: Act<'LinkLetter', LinkLetterValues> = {
  type: 'LinkLetter',
  tone: 'plain',
  hotkey: '',
  preview: 'none',
  isStaying: true,
  savesChecks: false,
  lead: () => 'act.LinkLetter.lead',
  toForm: linkToForm,
  toCommand: linkToCommand,
  problemsOf: linkProblemsOf,
  Panel: LinkLetterPanel,
};

export const unlinkLetter: Act<'UnlinkLetter', UnlinkLetterValues> = {
  type: 'UnlinkLetter',
  tone: 'plain',
  hotkey: '',
  preview: 'none',
  isStaying: true,
  savesChecks: false,
  lead: () => 'act.UnlinkLetter.lead',
  toForm: unlinkToForm,
  toCommand: unlinkToCommand,
  problemsOf: unlinkProblemsOf,
  Panel: UnlinkLetterPanel,
};
