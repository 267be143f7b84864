import { dutyOf, type Act } from '../act.ts';
import { problemsOf, toCommand, toForm, type RejectTaskValues } from './form-values.ts';
import { RejectTaskPanel } from './RejectTaskPanel.tsx';

export const rejectTask: Act<'RejectTask', RejectTaskValues> = {
  type: 'RejectTask',
  tone: 'danger',
  hotkey: 'x',
  preview: 'first',
  isStaying: false,
  savesChecks: false,
  lead: (subject) =>
    dutyOf(subject) === 'decision' ? 'act.RejectTask.leadDecision' : 'act.RejectTask.lead',
  toForm,
  toCommand,
  problemsOf,
  Panel: RejectTaskPanel,
};
