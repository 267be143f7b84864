import { taskOf } from '../act.ts';
import { wordsAct } from './words-act.tsx';

export const readTask = wordsAct({
  type: 'ReadTask',
  tone: 'plain',
  lead: 'act.ReadTask.lead',
  isStaying: true,
  command: (_words, subject) => ({ type: 'ReadTask', taskId: taskOf(subject) }),
});

export const claimTask = wordsAct({
  type: 'ClaimTask',
  tone: 'plain',
  lead: 'act.ClaimTask.lead',
  isStaying: true,
  command: (_words, subject) => ({ type: 'ClaimTask', taskId: taskOf(subject) }),
});

export const releaseTask = wordsAct({
  type: 'ReleaseTask',
  tone: 'plain',
  lead: 'act.ReleaseTask.lead',
  isStaying: false,
  command: (_words, subject) => ({ type: 'ReleaseTask', taskId: taskOf(subject) }),
});

export const recallTask = wordsAct({
  type: 'RecallTask',
  tone: 'plain',
  lead: 'act.RecallTask.lead',
  isStaying: true,
  command: (_words, subject) => ({ type: 'RecallTask', taskId: taskOf(subject) }),
});

export const takeBackOpinion = wordsAct({
  type: 'TakeBackOpinion',
  tone: 'plain',
  lead: 'act.TakeBackOpinion.lead',
  isStaying: true,
  command: (_words, subject) => ({ type: 'TakeBackOpinion', taskId: taskOf(subject) }),
});

export const giveOpinion = wordsAct({
  type: 'GiveOpinion',
  tone: 'main',
  lead: 'act.GiveOpinion.lead',
  isStaying: false,
  label: 'act.opinion',
  command: (opinion, subject) => ({ type: 'GiveOpinion', taskId: taskOf(subject), opinion }),
});

export const abstainTask = wordsAct({
  type: 'AbstainTask',
  tone: 'plain',
  lead: 'act.AbstainTask.lead',
  isStaying: false,
  label: 'act.opinion',
  isOptional: true,
  command: (opinion, subject) => ({ type: 'AbstainTask', taskId: taskOf(subject), opinion }),
});

export const removeSigner = wordsAct({
  type: 'RemoveSigner',
  tone: 'plain',
  lead: 'act.RemoveSigner.lead',
  isStaying: true,
  label: 'act.reason',
  command: (reason, subject) => ({ type: 'RemoveSigner', taskId: taskOf(subject), reason }),
});

export const urgeCase = wordsAct({
  type: 'UrgeCase',
  tone: 'plain',
  lead: 'act.UrgeCase.lead',
  isStaying: true,
  label: 'act.UrgeCase.words',
  command: (message) => ({ type: 'UrgeCase', message }),
});

export const freezeCase = wordsAct({
  type: 'FreezeCase',
  tone: 'danger',
  lead: 'act.FreezeCase.lead',
  isStaying: true,
  label: 'act.reason',
  command: (reason) => ({ type: 'FreezeCase', reason }),
});

export const unfreezeCase = wordsAct({
  type: 'UnfreezeCase',
  tone: 'plain',
  lead: 'act.UnfreezeCase.lead',
  isStaying: true,
  label: 'act.reason',
  command: (reason) => ({ type: 'UnfreezeCase', reason }),
});
