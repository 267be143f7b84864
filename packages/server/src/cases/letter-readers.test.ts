import {
  replay,
  type CaseEvent,
  type CaseState,
  type ItemDefinition,
  type LetterDefinition,
  type Recorded,
} from '@yichuang/kernel/case';
import { instant, plainDate } from '@yichuang/kernel/time';
import { describe, expect, it } from 'vitest';
import { droppedReaders, readers } from './case-rows.ts';
import type { CaseContext } from '@yichuang/kernel/case';

const at = instant('2026-03-02T02:00:00.000Z');
const sender = { personId: 'wang', kind: 'natural', name: '王某' } as const;
const consult: LetterDefinition = { kind: 'consult', answerStep: 'answer', mostFollowUps: 1 };

function stateAfter(...more: readonly CaseEvent[]): CaseState {
  const received: CaseEvent = {
    type: 'CaseReceived',
    caseId: 'c1',
    number: 'L1',
    itemCode: 'inquiry',
    itemVersion: 1,
    itemName: '咨询',
    orgId: 'xfj',
    applicant: sender,
    contact: sender,
    channel: 'online',
    receivedOn: plainDate('2026-03-02'),
    form: {},
    materials: [],
    lifecycle: 'letter',
  };
  const by = { kind: 'applicant', personId: 'wang', name: '王某' } as const;
  return replay([received, ...more].map((event, i): Recorded => ({ seq: i + 1, at, by, event })));
}

const marked = (isSensitive: boolean): CaseEvent => ({
  type: 'SensitivityMarked',
  isSensitive,
  reason: '涉及隐私',
});
const referredTo = (toOrg: string): CaseEvent => ({
  type: 'CaseReferred',
  referralId: `to-${toOrg}`,
  manner: 'transfer',
  fromStep: 'register',
  fromPosts: [],
  toOrg,
  coUnits: [],
  note: '',
});
/** Rows of readers need the item's flow and letter definition only. */
const contextOf = (letter: LetterDefinition) =>
  ({ item: { letter } as ItemDefinition }) as CaseContext;

/** The letters' office, and the leaders who judge by its reports. */
const OFFICE = ['post:capability:letters-office', 'post:capability:letter-reports'];

describe('who may read a letter', () => {
  const open = contextOf(consult);

  it('is its sender, the letters’ office and who judges by reports, never a department', () => {
    expect(readers(undefined, stateAfter(), open)).toEqual([...OFFICE, 'applicant:wang']);
  });

  it('is the head of the unit that has it, as long as it has it', () => {
    const postOf = (role: string, orgId: string) => `${orgId}-${role}`;
    const [before, there] = [stateAfter(), stateAfter(referredTo('zjj'))];
    const onward = stateAfter(referredTo('zjj'), referredTo('lp'));
    const context = { ...open, postOf };
    expect(readers(before, there, context)).toEqual(['post:zjj-leader']);
    expect(readers(there, onward, context)).toEqual(['post:lp-leader']);
    expect(droppedReaders(there, onward, context)).toEqual(['post:zjj-leader']);
    const sensitive = stateAfter(referredTo('zjj'), marked(true));
    expect(droppedReaders(there, sensitive, context)).toEqual([...OFFICE, 'post:zjj-leader']);
  });

  it('are the few appointed from the beginning where it is confidential by law', () => {
    const report = contextOf({ ...consult, kind: 'report', isConfidential: true });
    expect(readers(undefined, stateAfter(), report)).toEqual([
      'post:capability:special-letters',
      'applicant:wang',
    ]);
  });

  it('is the office no longer once the letter is sensitive, and again when it is not', () => {
    const before = stateAfter();
    const sensitive = stateAfter(marked(true));
    expect(readers(before, sensitive, open)).toEqual(['post:capability:special-letters']);
    expect(droppedReaders(before, sensitive, open)).toEqual(OFFICE);
    const freed = stateAfter(marked(true), marked(false));
    expect(readers(sensitive, freed, open)).toEqual(OFFICE);
    expect(droppedReaders(sensitive, freed, open)).toEqual(['post:capability:special-letters']);
  });

  it('loses nobody by any other act', () => {
    const before = stateAfter();
    expect(droppedReaders(undefined, before, open)).toEqual([]);
    expect(droppedReaders(before, stateAfter(), open)).toEqual([]);
  });
});
