import { missing, type Act } from '../act.ts';
import type { JumpToStepValues } from './form-values.ts';
import { JumpToStepPanel } from './JumpToStepPanel.tsx';

export const jumpToStep: Act<'JumpToStep', JumpToStepValues> = {
  type: 'JumpToStep',
  tone: 'danger',
  hotkey: '',
  preview: 'none',
  isStaying: true,
  savesChecks: false,
  lead: () => 'act.JumpToStep.lead',
  toForm: () => ({ toStep: '', reason: '' }),
  toCommand: ({ toStep, reason }) => ({ type: 'JumpToStep', toStep, reason: reason.trim() }),
  problemsOf: ({ toStep, reason }) => ({
    ...missing(toStep === '', 'toStep', 'act.JumpToStep.targetMissing'),
    ...missing(reason.trim() === '', 'reason', 'act.reasonMissing'),
  }),
  Panel: JumpToStepPanel,
};
