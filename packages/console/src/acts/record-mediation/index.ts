import type { Act } from '../act.ts';
import { problemsOf, toCommand, toForm, type RecordMediationValues } from './form-values.ts';
import { RecordMediationPanel } from './RecordMediationPanel.tsx';

export const recordMediation: Act<'RecordMediation', RecordMediationValues> = {
  type: 'RecordMediation',
  tone: 'plain',
  hotkey: '',
  preview: 'none',
  isStaying: true,
  savesChecks: false,
  lead: () => 'act.RecordMediation.lead',
  toForm,
  toCommand,
  problemsOf,
  Panel: RecordMediationPanel,
};
