import type { Act } from '../act.ts';
import { CopyCasePanel } from './CopyCasePanel.tsx';
import { problemsOf, toCommand, toForm, type CopyCaseValues } from './form-values.ts';

export const copyCase: Act<'CopyCase', CopyCaseValues> = {
  type: 'CopyCase',
  tone: 'plain',
  hotkey: '',
  preview: 'none',
  isStaying: true,
  savesChecks: false,
  lead: () => 'act.CopyCase.lead',
  toForm,
  toCommand,
  problemsOf,
  Panel: CopyCasePanel,
};
