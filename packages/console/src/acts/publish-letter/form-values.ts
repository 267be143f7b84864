import type { LetterAssistance, StaffLetterView } from '@yichuang/contracts';
import { missing, type ActSubject, type CommandOf, type Problems } from '../act.ts';

export interface PublishLetterValues {
  readonly title: string;
  readonly body: string;
  /** By round. */
  readonly answers: Readonly<Record<string, string>>;
  /** Somebody has read every line of it: a machine's masking is a proposal. */
  readonly isRead: boolean;
}

/** What is public already; otherwise nothing until the masked proposal is there. */
export function toForm({ view }: ActSubject): PublishLetterValues {
  const publication = view.letter?.publication;
  const { title = '', body = '', answers = {} } = publication ?? {};
  return { title, body, answers, isRead: false };
}

export function fromProposal(
  masked: NonNullable<LetterAssistance['masked']>,
): Partial<PublishLetterValues> {
  return { title: masked.title, body: masked.body, answers: masked.answers, isRead: false };
}

/** A change of the wording has to be read again. */
export function withWording(
  change: Partial<Omit<PublishLetterValues, 'isRead'>>,
): Partial<PublishLetterValues> {
  return { ...change, isRead: false };
}

/** The answers as they were given, by round, to compare with. */
export function originalAnswers(
  letter: StaffLetterView | undefined,
): readonly { readonly round: string; readonly text: string }[] {
  return (letter?.answers ?? []).map(({ round, thanks, facts, result }) => ({
    round: String(round),
    text: [thanks, facts, result].filter((text) => text !== undefined && text !== '').join('\n'),
  }));
}

export function toCommand(values: PublishLetterValues): CommandOf<'PublishLetter'> {
  const answers = Object.entries(values.answers).map(([round, text]) => [round, text.trim()]);
  return {
    type: 'PublishLetter',
    title: values.title.trim(),
    body: values.body.trim(),
    answers: Object.fromEntries(answers) as Record<string, string>,
  };
}

export function problemsOf({ title, body, isRead }: PublishLetterValues): Problems {
  return {
    ...missing(title.trim() === '' || body.trim() === '', 'body', 'act.PublishLetter.empty'),
    ...missing(!isRead, 'isRead', 'act.PublishLetter.unread'),
  };
}
