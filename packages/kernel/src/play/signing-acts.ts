/** Acts of people in a step: who reads, holds, signs, is asked, and takes back. */
import type { SigningCommand } from '../case/index.ts';
import type { PlayActs } from './play-act.ts';
import { maybe, number, oneOf, or, person, task, words } from './play-fields.ts';

export const signingActs: PlayActs<SigningCommand['type']> = {
  ReadTask: { word: 'read', fields: { taskId: task } },
  ClaimTask: { word: 'claim', fields: { taskId: task } },
  ReleaseTask: { word: 'release', fields: { taskId: task } },
  TransferTask: { word: 'transfer', fields: { taskId: task, to: person, reason: words } },
  HandOverTask: { word: 'hand-over', fields: { taskId: task, to: person, reason: words } },
  AbstainTask: { word: 'abstain', fields: { taskId: task, opinion: or(words, () => '') } },
  AddSigner: {
    word: 'add-signer',
    fields: {
      taskId: task,
      kind: oneOf('before', 'with', 'after'),
      person,
      reason: words,
      weight: maybe(number),
    },
  },
  RemoveSigner: { word: 'remove-signer', fields: { taskId: task, reason: words } },
  RequestOpinion: { word: 'request-opinion', fields: { taskId: task, person, question: words } },
  GiveOpinion: { word: 'give-opinion', fields: { taskId: task, opinion: words } },
  TakeBackOpinion: { word: 'take-back-opinion', fields: { taskId: task } },
  RecallTask: { word: 'recall', fields: { taskId: task } },
};
