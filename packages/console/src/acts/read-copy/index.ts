import type { Act, ActSubject } from '../act.ts';
import { ReadCopyPanel } from './ReadCopyPanel.tsx';

export interface ReadCopyValues {
  readonly opinion: string;
}

/** The one that has waited longest; the unread come first. */
export function readingOf({ allowed, view }: ActSubject) {
  const [id] = allowed.readings ?? [];
  return view.readings.find(({ readingId }) => readingId === id);
}

const asksForWords = (subject: ActSubject): boolean => readingOf(subject)?.kind === 'circulation';

export const readCopy: Act<'ReadCopy', ReadCopyValues> = {
  type: 'ReadCopy',
  tone: 'main',
  hotkey: '',
  preview: 'none',
  isStaying: false,
  savesChecks: false,
  lead: (subject) => (asksForWords(subject) ? 'act.ReadCopy.leadOpinion' : 'act.ReadCopy.lead'),
  toForm: () => ({ opinion: '' }),
  toCommand: ({ opinion }, subject) => ({
    type: 'ReadCopy',
    readingId: subject.allowed.readings?.[0] ?? '',
    opinion: opinion.trim(),
  }),
  problemsOf: () => ({}),
  Panel: ReadCopyPanel,
};
