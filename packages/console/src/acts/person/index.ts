import { taskOf, type Act } from '../act.ts';
import { AddSignerPanel } from './AddSignerPanel.tsx';
import type { AddSignerValues } from './form-values.ts';
import { personAct, personProblems } from './person-act.tsx';

export const transferTask = personAct({
  type: 'TransferTask',
  lead: 'act.TransferTask.lead',
  isStaying: false,
  who: 'act.TransferTask.who',
  label: 'act.reason',
  command: (to, reason, subject) => ({
    type: 'TransferTask',
    taskId: taskOf(subject),
    to,
    reason,
  }),
});

export const handOverTask = personAct({
  type: 'HandOverTask',
  lead: 'act.HandOverTask.lead',
  isStaying: true,
  who: 'act.HandOverTask.who',
  label: 'act.reason',
  command: (to, reason, subject) => ({
    type: 'HandOverTask',
    taskId: taskOf(subject),
    to,
    reason,
  }),
});

export const requestOpinion = personAct({
  type: 'RequestOpinion',
  lead: 'act.RequestOpinion.lead',
  isStaying: true,
  who: 'act.RequestOpinion.who',
  label: 'act.RequestOpinion.question',
  command: (person, question, subject) => ({
    type: 'RequestOpinion',
    taskId: taskOf(subject),
    person,
    question,
  }),
});

export const addSigner: Act<'AddSigner', AddSignerValues> = {
  type: 'AddSigner',
  tone: 'plain',
  hotkey: '',
  preview: 'none',
  isStaying: true,
  savesChecks: false,
  lead: () => 'act.AddSigner.lead',
  toForm: () => ({ kind: 'with', person: null, words: '' }),
  toCommand: ({ kind, person, words }, subject) => ({
    type: 'AddSigner',
    taskId: taskOf(subject),
    kind,
    person: person ?? { personId: '', name: '' },
    reason: words.trim(),
  }),
  problemsOf: personProblems,
  Panel: AddSignerPanel,
};
