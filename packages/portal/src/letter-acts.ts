/** What a sender may do with a letter, as posted forms and as commands. */
import type { SenderCommand } from '@yichuang/contracts';
import { SATISFACTIONS } from '@yichuang/kernel/words';
import type { PageContext } from './page-context.ts';
import type { PostedForm } from './posted-form.ts';

export const senderActs = [
  'AskFollowUp',
  'RateAnswer',
  'SendLetterMessage',
  'UrgeCase',
  'WithdrawCase',
  'RequestReview',
] as const satisfies readonly SenderCommand['type'][];
export type SenderActName = (typeof senderActs)[number];

/** And what is settled beside the case: that it is they, and how they are told. */
const settings = ['ChooseNotices', 'SendCode', 'ConfirmSender'] as const;
export type LetterFormName = SenderActName | (typeof settings)[number];

/** The field of the page that is not filled in as it must be, with what to do. */
export interface ActProblem {
  readonly field: string;
  readonly text: string;
}

/** The field in which an act's words stand. */
export const wordsField = {
  AskFollowUp: 'question',
  RateAnswer: 'comment',
  SendLetterMessage: 'message',
  UrgeCase: 'urge',
  WithdrawCase: 'withdrawReason',
  RequestReview: 'reviewReason',
} as const satisfies Record<SenderActName, string>;

export function actNamed(text: string): LetterFormName | undefined {
  return [...senderActs, ...settings].find((name) => name === text);
}

/** The command that a form stands for, or what it lacks. */
export function senderCommand(
  ctx: PageContext,
  act: SenderActName,
  form: PostedForm,
): SenderCommand | ActProblem {
  const { t } = ctx;
  const field = wordsField[act];
  const words = form.text(field).replace(/\r\n?/g, '\n');
  const missing = { field, text: t('mine.words-missing') };
  switch (act) {
    case 'RateAnswer':
      return rating(ctx, form, words);
    case 'UrgeCase':
      return { type: act, message: t('case.urge-words') };
    case 'WithdrawCase':
      return { type: act, reason: words === '' ? t('withdraw.no-reason') : words };
    case 'SendLetterMessage': {
      const to = form.text('to') === 'handler' ? 'handler' : 'office';
      return words === '' ? missing : { type: act, to, text: words };
    }
    case 'AskFollowUp':
      return words === '' ? missing : { type: act, text: words };
    case 'RequestReview':
      return words === '' ? missing : { type: act, reason: words };
  }
}

/** A bad grade says what was bad: the rectification that follows needs something to put right. */
function rating({ t }: PageContext, form: PostedForm, comment: string) {
  const gradeIn = (name: string) => SATISFACTIONS.find((grade) => grade === form.text(name));
  const [office, handler] = [gradeIn('office'), gradeIn('handler')];
  if (office === undefined) return { field: 'office', text: t('mine.grade-missing') };
  if (handler === undefined) return { field: 'handler', text: t('mine.grade-missing') };
  const isBad = office === 'dissatisfied' || handler === 'dissatisfied';
  if (isBad && comment === '') return { field: 'comment', text: t('mine.comment-missing') };
  return { type: 'RateAnswer' as const, office, handler, comment };
}
