import type { Act } from '../act.ts';
import { problemsOf, toCommand, toForm, type RequestCorrectionValues } from './form-values.ts';
import { RequestCorrectionPanel } from './RequestCorrectionPanel.tsx';

export const requestCorrection: Act<'RequestCorrection', RequestCorrectionValues> = {
  type: 'RequestCorrection',
  tone: 'plain',
  hotkey: 'c',
  preview: 'first',
  isStaying: false,
  savesChecks: true,
  lead: () => 'act.RequestCorrection.lead',
  toForm,
  toCommand,
  problemsOf,
  Panel: RequestCorrectionPanel,
};
