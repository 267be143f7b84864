import { dutyOf, type Act } from '../act.ts';
import { ApproveTaskPanel } from './ApproveTaskPanel.tsx';
import { problemsOf, toCommand, toForm, type ApproveTaskValues } from './form-values.ts';

export const approveTask: Act<'ApproveTask', ApproveTaskValues> = {
  type: 'ApproveTask',
  tone: 'main',
  hotkey: 'a',
  preview: 'offered',
  isStaying: false,
  savesChecks: false,
  lead: (subject) => {
    if (dutyOf(subject) !== 'decision') return 'act.ApproveTask.lead';
    return subject.view.letter === undefined
      ? 'act.ApproveTask.leadDecision'
      : 'act.ApproveTask.leadAnswer';
  },
  toForm,
  toCommand,
  problemsOf,
  Panel: ApproveTaskPanel,
};
