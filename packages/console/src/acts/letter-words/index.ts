/** Acts on a letter that ask for nothing but a reason. */
import { taskOf } from '../act.ts';
import { wordsAct } from '../words/words-act.tsx';

/** @basis 信访工作条例 第二十三条第三款: 应当自收到之日起5个工作日内提出异议，并详细说明理由。 */
export const objectToReferral = wordsAct({
  type: 'ObjectToReferral',
  tone: 'plain',
  lead: 'act.ObjectToReferral.lead',
  isStaying: false,
  label: 'act.ObjectToReferral.words',
  command: (reason, subject) => ({ type: 'ObjectToReferral', taskId: taskOf(subject), reason }),
});

export const convertProcedure = wordsAct({
  type: 'ConvertProcedure',
  tone: 'plain',
  lead: 'act.ConvertProcedure.lead',
  isStaying: true,
  label: 'act.reason',
  command: (reason, subject) => ({ type: 'ConvertProcedure', taskId: taskOf(subject), reason }),
});

export const unpublishLetter = wordsAct({
  type: 'UnpublishLetter',
  tone: 'danger',
  lead: 'act.UnpublishLetter.lead',
  isStaying: true,
  label: 'act.reason',
  command: (reason) => ({ type: 'UnpublishLetter', reason }),
});
