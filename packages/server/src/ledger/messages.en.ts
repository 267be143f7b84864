import type { RefusalText } from '../platform/refusal.ts';
import type { LedgerProblem } from './ledger-finding.ts';

export const refusalTexts: Readonly<Record<string, RefusalText>> = {
  'root-not-published': {
    detail: 'The root of this day is not published yet, or nothing happened on it.',
    nextStep: 'Each day’s root is published after midnight; please look again later.',
  },
  'head-not-published': {
    detail: 'There is no such head of the log of days.',
    nextStep: 'Its size is the number of days published; see /api/ledger/heads.',
  },
  'head-not-stamped': {
    detail: 'No authority has stamped this head, or not yet.',
    nextStep: 'Heads with their stamps are at /api/ledger/heads.',
  },
  'receipt-not-found': {
    detail: 'There is no receipt for this case.',
    nextStep: 'Open it from “My cases”, or check the address.',
  },
};

export const findingTexts: Readonly<Record<LedgerProblem, string>> = {
  hash: 'Case {case}: the content of event {seq} was changed.',
  'prev-hash':
    'Case {case}: event {seq} does not follow the one before: one was changed, added or removed.',
  seq: 'Case {case}: an event is missing before event {seq}.',
  day: 'Case {case}: event {seq} was moved to another day.',
  head: 'Case {case}: its events end at {seq}, which is not the last one that the case names.',
  snapshot: 'Case {case}: its state is not what its {seq} events come to.',
  root: 'The events of {day} are not those of the published root.',
  kept: 'The published root of {day} is not the one that was kept outside.',
  'kept-head': 'The head of {seq} days is not the one that was kept outside.',
  'kept-copy': 'No published root or head is the one that was given.',
  log: 'The published days up to {day} do not lead to the head published with it.',
};

/** Of the journal, where there is a stream instead of a case. */
export const streamTexts: Readonly<Partial<Record<LedgerProblem, string>>> = {
  hash: 'Journal {stream}: the content of entry {seq} was changed.',
  'prev-hash':
    'Journal {stream}: entry {seq} does not follow the one before: changed, added or removed.',
  seq: 'Journal {stream}: an entry is missing before entry {seq}.',
  day: 'Journal {stream}: entry {seq} was moved to another day.',
  head: 'Journal {stream}: its entries end at {seq}, which is not where the stream ends.',
};
