import { describe, expect, test } from 'vitest';
import type { CommandOf } from '../../index.ts';
import { outsider, wang } from '../../testing/case.examples.ts';
import { ladder } from '../../testing/ladder.examples.ts';
import { answered, day, housing, office, taken } from '../../testing/letter.examples.ts';

const link = (caseId = 'c2', reason = 'the same lift'): CommandOf<'LinkLetter'> => ({
  type: 'LinkLetter',
  caseId,
  number: 'L-2',
  relation: 'same-matter',
  reason,
});
const unlink = (linkId = 'l1', reason = 'another lift'): CommandOf<'UnlinkLetter'> => ({
  type: 'UnlinkLetter',
  linkId,
  reason,
});
const at = day(5);
const story = taken();
const linked = story.and([link(), office, at]);

describe('LinkLetter 关联', () => {
  ladder([
    { lacking: 'the sender', story, by: wang, command: link(), at, refused: ['not-your-task'] },
    {
      lacking: 'nobody’s task',
      story,
      by: outsider,
      command: link(),
      at,
      refused: ['not-your-task'],
    },
    {
      lacking: 'without a reason',
      story,
      by: office,
      command: link('c2', ''),
      at,
      refused: ['reason-required'],
    },
    {
      lacking: 'with itself',
      story,
      by: office,
      command: link('c1'),
      at,
      refused: ['link-to-itself'],
    },
    {
      lacking: 'linked already',
      story: linked,
      by: housing,
      command: link(),
      at,
      refused: ['linked-already'],
    },
  ]);

  test('closes nothing: each letter keeps its clock', () => {
    linked.when(link('c3'), housing, at).thenEvents('LetterLinked l2 same-matter c3');
    expect(linked.state.clocks['statutory']?.stoppedAt).toBeUndefined();
  });
});

describe('UnlinkLetter', () => {
  ladder([
    {
      lacking: 'linked to nothing',
      story,
      by: office,
      command: unlink(),
      at,
      refused: ['link-unknown'],
    },
    {
      lacking: 'another link',
      story: linked,
      by: office,
      command: unlink('l9'),
      at,
      refused: ['link-unknown'],
    },
    {
      lacking: 'without a reason',
      story: linked,
      by: office,
      command: unlink('l1', ' '),
      at,
      refused: ['reason-required'],
    },
  ]);

  test('both are kept, and the two can be linked again', () => {
    const undone = linked.and([unlink(), office, at]);
    expect(undone.state.letter?.links[0]).toMatchObject({ undoneReason: 'another lift' });
    undone.when(link(), office, at).thenEvents('LetterLinked l2 same-matter c2');
  });
});

describe('SendLetterMessage 私信', () => {
  const send = (
    to: 'sender' | 'office' | 'handler',
    text = 'Which lift?',
  ): CommandOf<'SendLetterMessage'> => ({ type: 'SendLetterMessage', to, text });
  ladder([
    {
      lacking: 'neither sender, office nor handler',
      story,
      by: outsider,
      command: send('sender'),
      at,
      refused: ['not-your-case'],
    },
    {
      lacking: 'no longer the handler',
      story: answered(),
      by: housing,
      command: send('sender'),
      at: day(10),
      refused: ['not-your-case'],
    },
    {
      lacking: 'nothing written',
      story,
      by: wang,
      command: send('handler', ' '),
      at,
      refused: ['text-required'],
    },
    {
      lacking: 'to oneself',
      story,
      by: wang,
      command: send('sender'),
      at,
      refused: ['message-to-oneself'],
    },
  ]);

  test('says from whom it is by what they are to the letter', () => {
    const talked = story.and(
      [send('handler'), wang, at],
      [send('sender'), housing, at],
      [send('handler'), office, at],
    );
    expect(talked.state.letter?.messages.map(({ from, to }) => `${from} ${to}`)).toEqual([
      'sender handler',
      'handler sender',
      'office handler',
    ]);
  });
});
