import { describe, expect, test } from 'vitest';
import { makeCalendar } from '../../time/index.ts';
import { decide, type Command } from '../index.ts';
import type { FlowNode } from '../../flow/index.ts';
import {
  bare,
  contextOf,
  counter,
  flowAround,
  leader,
  permit,
  reviewer,
  robot,
  split,
  staff,
  step,
  wang,
} from '../testing/case.examples.ts';
import { ladder } from '../testing/ladder.examples.ts';
import {
  acceptedCase,
  approve,
  lineOf,
  monday,
  tuesday,
  wednesday,
} from '../testing/specification.examples.ts';

const record = (documentId: string): Command => ({
  type: 'RecordDocument',
  documentId,
  number: '1',
  sha256: documentId,
  bytes: 1,
});
const conclude = (partId: string): Command => ({
  type: 'ConcludeSubcase',
  nodeId: 'sub',
  partId,
  outcome: 'granted',
});
const parts: FlowNode = {
  kind: 'subcases',
  id: 'sub',
  name: 'sub',
  parts: [
    { id: 'fire', itemCode: 'F' },
    { id: 'water', itemCode: 'W' },
  ],
};
const note: FlowNode = {
  kind: 'automatic',
  id: 'note',
  name: 'note',
  does: { action: 'issue-document', template: 'note' },
};

describe('RecordDocument', () => {
  const story = acceptedCase();
  ladder([
    {
      lacking: 'not the system',
      story,
      by: counter,
      command: record('d1'),
      refused: ['right-missing'],
    },
    {
      lacking: 'never ordered',
      story,
      by: robot,
      command: record('d9'),
      refused: ['document-unknown'],
    },
    {
      lacking: 'recorded already',
      story: story.and([record('d1'), robot, monday]),
      by: robot,
      command: record('d1'),
      refused: ['document-recorded-already'],
    },
  ]);

  test('a document ordered before the withdrawal is still recorded, and opens nothing', () => {
    const withdrawn = acceptedCase(bare(flowAround(note))).and([
      { type: 'WithdrawCase', reason: 'r' },
      wang,
      monday,
    ]);
    withdrawn.when(record('d1'), robot, tuesday).thenEvents('job: DocumentIssued d1');
  });

  test('a late document of an earlier round does not finish the node of this round', () => {
    const again = acceptedCase(
      bare(
        flowAround(step('first', 'review'), split('parallel', 'p', note, step('review', 'review'))),
      ),
    ).and(
      approve('first#1.1', staff('First', ['first'])),
      [
        {
          type: 'ReturnTask',
          taskId: 'review#1.1',
          toStep: 'first',
          then: 'walk-again',
          reason: 'r',
        },
        reviewer,
        tuesday,
      ],
      approve('first#2.1', staff('First', ['first'])),
    );
    again.when(record('d1'), robot, wednesday).thenEvents('job: DocumentIssued d1');
    again
      .when(record('d2'), robot, wednesday)
      .thenEvents('job: DocumentIssued d2', 'job: NodeCompleted note#2');
  });

  test('what is sent along beside the facts of the document is not kept', () => {
    const more: object = { moment: 'certificate', orderedAt: 'never' };
    const extra = { ...record('d1'), ...more };
    const after = story.when(extra, robot, tuesday).thenDone();
    expect(after.state.documents['d1']).toMatchObject({ moment: 'received', orderedAt: monday });
  });
});

describe('ConcludeSubcase', () => {
  const story = acceptedCase(bare(flowAround(parts)));
  ladder([
    {
      lacking: 'not the system',
      story,
      by: leader,
      command: conclude('fire'),
      refused: ['right-missing'],
    },
    {
      lacking: 'the case has ended',
      story: story.and([{ type: 'WithdrawCase', reason: 'r' }, wang, monday]),
      by: robot,
      command: conclude('fire'),
      refused: ['case-has-ended'],
    },
    {
      lacking: 'no such part',
      story,
      by: robot,
      command: conclude('gas'),
      refused: ['task-unknown'],
    },
    {
      lacking: 'concluded already',
      story: story.and([conclude('fire'), robot, monday]),
      by: robot,
      command: conclude('fire'),
      refused: ['task-unknown'],
    },
  ]);

  test('the split joins when the last part has its result', () => {
    story
      .and([conclude('water'), robot, monday])
      .when(conclude('fire'), robot, tuesday)
      .thenEvents(
        'job: SubcaseConcluded sub/fire granted',
        'job: NodeCompleted sub#1',
        'job: StepOpened leader#1.1',
      );
  });
});

describe('ApplyLapses and RecountClocks', () => {
  const story = acceptedCase();
  const withdrawn = story.and([{ type: 'WithdrawCase', reason: 'r' }, wang, monday]);
  ladder([
    {
      lacking: 'lapses: not the system',
      story,
      by: leader,
      command: { type: 'ApplyLapses' },
      refused: ['right-missing'],
    },
    {
      lacking: 'recount: not the system',
      story,
      by: leader,
      command: { type: 'RecountClocks' },
      refused: ['right-missing'],
    },
    {
      lacking: 'recount: the case has ended',
      story: withdrawn,
      by: robot,
      command: { type: 'RecountClocks' },
      refused: ['case-has-ended'],
    },
  ]);

  test('nothing lapses on a case that has ended', () => {
    withdrawn.when({ type: 'ApplyLapses' }, robot, wednesday).thenEvents();
  });

  test('without a published calendar the due dates are counted again, and are provisional', () => {
    const context = { ...contextOf(permit, robot, tuesday), calendar: makeCalendar([]) };
    const outcome = decide(story.state, { type: 'RecountClocks' }, context);
    if (!outcome.ok) throw new Error('a recount is not refused');
    expect(outcome.events.map(lineOf)).toEqual([
      'job: ClockRevised committed calendar-changed due 2026-03-09',
      'job: ClockRevised statutory calendar-changed due 2026-03-30',
      'job: ClockRevised step:review#1 calendar-changed due 2026-03-05',
    ]);
    expect(outcome.state.clocks['statutory']?.result.provisional).toBe(true);
  });
});
