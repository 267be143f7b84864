import type { Act } from '../act.ts';
import { problemsOf, toCommand, toForm, type RecordCallBackValues } from './form-values.ts';
import { RecordCallBackPanel } from './RecordCallBackPanel.tsx';

export const recordCallBack: Act<'RecordCallBack', RecordCallBackValues> = {
  type: 'RecordCallBack',
  tone: 'plain',
  hotkey: '',
  preview: 'none',
  isStaying: true,
  savesChecks: false,
  lead: () => 'act.RecordCallBack.lead',
  toForm,
  toCommand,
  problemsOf,
  Panel: RecordCallBackPanel,
};
