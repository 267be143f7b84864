/** Acts on letters: referral, objection, answer, follow-up, rating, review, publication. */
import type { LetterCommand } from '../case/index.ts';
import { answer, day, referral, satisfaction } from './letter-fields.ts';
import type { PlayActs } from './play-act.ts';
import { field, flag, listOf, maybe, oneOf, or, task, word, words } from './play-fields.ts';
import { readObject, readWords } from './read-values.ts';

const finding = field('{"code": "…", "quote": "…"}', (value, path) => {
  const given = readObject(value, path);
  return {
    code: readWords(given['code'], `${path}.code`),
    quote: readWords(given['quote'], `${path}.quote`),
  };
});

const wording = field<Readonly<Record<string, string>>>('{"1": "…"}', (value, path) =>
  Object.fromEntries(
    Object.entries(readObject(value, path)).map(([round, text]) => [
      round,
      readWords(text, `${path}.${round}`),
    ]),
  ),
);

const noWords = or(words, () => '');
const note = noWords;

export const letterActs: PlayActs<LetterCommand['type']> = {
  ReferCase: {
    word: 'refer',
    fields: {
      taskId: task,
      toOrg: word,
      manner: or(oneOf('transfer', 'assign'), () => 'transfer' as const),
      note,
      coUnits: maybe(listOf(word)),
      reportBy: maybe(day),
      procedure: maybe(oneOf('simple')),
    },
  },
  ObjectToReferral: { word: 'object', fields: { taskId: task, reason: words } },
  AnswerObjection: {
    word: 'answer-objection',
    fields: { taskId: task, isUpheld: flag, reason: words, referral: maybe(referral) },
  },
  ConvertProcedure: { word: 'convert-procedure', fields: { taskId: task, reason: words } },
  DraftAnswer: {
    word: 'draft-answer',
    fields: { taskId: task, answer, findings: or(listOf(finding), () => []) },
  },
  AskFollowUp: { word: 'ask-follow-up', fields: { text: words } },
  RateAnswer: {
    word: 'rate',
    fields: { office: satisfaction, handler: satisfaction, comment: noWords },
  },
  SendLetterMessage: {
    word: 'send-message',
    fields: { to: oneOf('sender', 'office', 'handler'), text: words },
  },
  RecordInvestigation: {
    word: 'record-investigation',
    fields: { taskId: task, heldOn: day, place: noWords, people: noWords, text: words },
  },
  RecordMediation: {
    word: 'record-mediation',
    fields: { taskId: task, kind: oneOf('mediation', 'settlement'), heldOn: day, text: words },
  },
  LinkLetter: {
    word: 'link',
    fields: {
      caseId: word,
      number: word,
      relation: oneOf('repeated', 'same-matter'),
      reason: words,
    },
  },
  UnlinkLetter: { word: 'unlink', fields: { linkId: word, reason: words } },
  MarkSensitive: { word: 'mark-sensitive', fields: { isSensitive: flag, reason: words } },
  PublishLetter: {
    word: 'publish',
    fields: { title: words, body: words, answers: or(wording, () => ({})) },
  },
  UnpublishLetter: { word: 'unpublish', fields: { reason: words } },
  RecordCallBack: {
    word: 'call-back',
    fields: { manner: oneOf('phone', 'visit', 'message'), isSatisfied: flag, note: words },
  },
  SuperviseCase: {
    word: 'supervise',
    fields: { ground: words, demand: words, dueOn: maybe(day) },
  },
  AnswerSupervision: {
    word: 'answer-supervision',
    fields: { supervisionId: word, text: words },
  },
  RequestReview: { word: 'request-review', fields: { reason: words, orgId: word } },
  RecordReview: {
    word: 'record-review',
    fields: { requestId: word, caseId: word, number: word },
  },
};
