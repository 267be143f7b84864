import type { Act } from '../act.ts';
import { problemsOf, toCommand, toForm, type MarkSensitiveValues } from './form-values.ts';
import { MarkSensitivePanel } from './MarkSensitivePanel.tsx';

export const markSensitive: Act<'MarkSensitive', MarkSensitiveValues> = {
  type: 'MarkSensitive',
  tone: 'danger',
  hotkey: '',
  preview: 'none',
  isStaying: true,
  savesChecks: false,
  lead: () => 'act.MarkSensitive.lead',
  toForm,
  toCommand,
  problemsOf,
  Panel: MarkSensitivePanel,
};
