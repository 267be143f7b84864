import { missing, type Act, type ActSubject } from '../act.ts';
import { readingOf, type ReadCopyValues } from './form-values.ts';
import { ReadCopyPanel } from './ReadCopyPanel.tsx';

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
  problemsOf: ({ opinion }, subject) =>
    missing(asksForWords(subject) && opinion.trim() === '', 'opinion', 'act.wordsMissing'),
  Panel: ReadCopyPanel,
};
