import type { StaffLetterView } from '@yichuang/contracts';
import { missing, type ActSubject, type CommandOf, type Problems } from '../act.ts';

export interface AnswerSupervisionValues {
  readonly supervisionId: string;
  readonly text: string;
}

/** Orders that nobody has answered yet, the oldest first. */
export function openOrders({ view }: ActSubject): StaffLetterView['supervisions'] {
  return (view.letter?.supervisions ?? []).filter(({ answer }) => answer === undefined);
}

export function toForm(subject: ActSubject): AnswerSupervisionValues {
  return { supervisionId: openOrders(subject)[0]?.supervisionId ?? '', text: '' };
}

export function toCommand(values: AnswerSupervisionValues): CommandOf<'AnswerSupervision'> {
  const { supervisionId, text } = values;
  return { type: 'AnswerSupervision', supervisionId, text: text.trim() };
}

export function problemsOf({ text }: AnswerSupervisionValues): Problems {
  return missing(text.trim() === '', 'text', 'act.wordsMissing');
}
