import { dutyOf, type Act } from '../act.ts';
import { ApproveTaskPanel } from './ApproveTaskPanel.tsx';
import { toCommand, toForm, type ApproveTaskValues } from './form-values.ts';

export const approveTask: Act<'ApproveTask', ApproveTaskValues> = {
  type: 'ApproveTask',
  tone: 'main',
  hotkey: 'a',
  preview: 'offered',
  isStaying: false,
  savesChecks: false,
  lead: (subject) =>
    dutyOf(subject) === 'decision' ? 'act.ApproveTask.leadDecision' : 'act.ApproveTask.lead',
  toForm,
  toCommand,
  problemsOf: () => ({}),
  Panel: ApproveTaskPanel,
};
