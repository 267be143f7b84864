import type { Act } from '../act.ts';
import { problemsOf, toCommand, toForm, type SubmitCorrectionValues } from './form-values.ts';
import { SubmitCorrectionPanel } from './SubmitCorrectionPanel.tsx';

export const submitCorrection: Act<'SubmitCorrection', SubmitCorrectionValues> = {
  type: 'SubmitCorrection',
  tone: 'plain',
  hotkey: 'u',
  preview: 'none',
  isStaying: true,
  savesChecks: false,
  lead: () => 'act.SubmitCorrection.lead',
  toForm,
  toCommand,
  problemsOf,
  Panel: SubmitCorrectionPanel,
};
