import { describe, expect, test } from 'vitest';
import { allowedActs, ownReadings, type CommandOf } from '../index.ts';
import {
  bare,
  contextOf,
  flowAround,
  leader,
  outsider,
  permit,
  reviewer,
  robot,
  staff,
  step,
  stranger,
  wang,
} from '../testing/case.examples.ts';
import { ladder } from '../testing/ladder.examples.ts';
import { leaveCase } from '../testing/moving.examples.ts';
import {
  acceptedCase,
  monday,
  tuesday,
  wednesday,
  type Act,
} from '../testing/specification.examples.ts';

const ann = staff('Ann', []);
const clerk = staff('Clerk', ['office']);
const copy: CommandOf<'CopyCase'> = {
  type: 'CopyCase',
  to: [{ personId: 'ann', name: 'Ann' }, { post: 'office' }],
  note: 'for your information',
  isForOpinion: false,
};
const circulate: CommandOf<'CopyCase'> = { ...copy, isForOpinion: true };
const read = (readingId: string, opinion = ''): CommandOf<'ReadCopy'> => ({
  type: 'ReadCopy',
  readingId,
  opinion,
});

const story = acceptedCase();
const copied = story.and([copy, reviewer, monday]);
const circulated = story.and([circulate, reviewer, monday]);
const ended: Act = [{ type: 'WithdrawCase', reason: 'r' }, wang, tuesday];

describe('CopyCase 抄送 传阅', () => {
  ladder([
    { lacking: 'a part in the case', story, by: leader, command: copy, refused: ['not-your-task'] },
    { lacking: 'a desk', story, by: stranger, command: copy, refused: ['not-your-task'] },
    {
      lacking: 'somebody to read it',
      story,
      by: reviewer,
      command: { ...copy, to: [] },
      refused: ['reader-required'],
    },
    {
      lacking: 'an end of the list',
      story,
      by: reviewer,
      command: { ...copy, to: Array.from({ length: 101 }, (_, i) => ({ post: `p${i}` })) },
      refused: ['readers-too-many'],
    },
    {
      lacking: 'an own reading to send onward',
      story: copied,
      by: reviewer,
      command: { ...copy, fromReading: 'r1' },
      refused: ['reading-unknown'],
    },
    {
      lacking: 'a task of one’s own, without naming the reading',
      story: copied,
      by: ann,
      command: copy,
      refused: ['reading-unknown'],
    },
  ]);

  test('it lies on every desk once, and moves nothing', () => {
    const after = story
      .when({ ...copy, to: [...copy.to, ...copy.to] }, reviewer, monday)
      .thenEvents('CaseCopied to Ann,office');
    expect(after.state.readings?.['r2']).toEqual({
      readingId: 'r2',
      kind: 'copy',
      to: { post: 'office' },
      from: { personId: 'reviewer', name: 'Reviewer' },
      at: monday,
      note: 'for your information',
    });
    expect(after.state.marking).toEqual(story.state.marking);
  });

  test('a reader sends it onward, also after the end of the case', () => {
    const onward = { ...copy, to: [{ post: 'elsewhere' }], fromReading: 'r1' };
    const after = copied
      .and(ended)
      .when(onward, ann, wednesday)
      .thenEvents('CaseCopied to elsewhere');
    expect(after.state.readings?.['r3']).toMatchObject({
      fromReading: 'r1',
      from: { name: 'Ann' },
    });
    expect(ownReadings(after.state, contextOf(permit, outsider, wednesday))).toHaveLength(1);
  });

  test('the flow copies by itself, to the posts that it names', () => {
    const tell = { action: 'copy', posts: ['office', 'archive'] } as const;
    const node = { kind: 'automatic', id: 'tell', name: 'Tell the office', does: tell } as const;
    const after = leaveCase(node, step('head', 'task'));
    expect(after.state.readings?.['r1']).toMatchObject({
      kind: 'copy',
      to: { post: 'office' },
      from: { personId: 'system' },
      note: 'Tell the office',
    });
    expect(after.state.marking.nodes['head']?.status).toBe('open');
    expect(acceptedCase(bare(flowAround(node))).state.marking.nodes['leader']?.status).toBe('open');
  });
});

describe('ReadCopy 阅知', () => {
  ladder([
    {
      lacking: 'anything on the desk',
      story: copied,
      by: outsider,
      command: read('r1'),
      refused: ['reading-unknown'],
    },
    {
      lacking: 'a person',
      story: copied,
      by: robot,
      command: read('r1'),
      refused: ['reading-unknown'],
    },
    {
      lacking: 'that very reading',
      story: copied,
      by: ann,
      command: read('r2'),
      refused: ['reading-unknown'],
    },
    {
      lacking: 'the words that were asked',
      story: circulated,
      by: ann,
      command: read('r1', ' '),
      refused: ['opinion-required'],
    },
  ]);

  test('seen once; read again, nothing happens', () => {
    const seen = copied.when(read('r2'), clerk, tuesday).thenEvents('CopyRead r2');
    expect(seen.past.at(-1)?.by).toMatchObject({ post: 'office' });
    expect(seen.state.readings?.['r2']).toMatchObject({
      readAt: tuesday,
      readBy: { name: 'Clerk' },
    });
    expect(seen.state.readings?.['r2']).not.toHaveProperty('opinion');
    seen.when(read('r2'), clerk, wednesday).thenEvents();
  });

  test('a circulated one is read with a word, also after the end', () => {
    const after = circulated
      .and(ended)
      .when(read('r1', 'fine with us '), ann, wednesday)
      .thenEvents('CopyRead r1');
    expect(after.state.readings?.['r1']).toMatchObject({ opinion: 'fine with us' });
  });

  test('a button for whoever has something to read, and for nobody else', () => {
    const acts = (by: typeof ann): string[] =>
      allowedActs(copied.state, contextOf(permit, by, tuesday)).map(({ act }) => act);
    expect(acts(ann)).toEqual(['CopyCase', 'ReadCopy', 'UrgeCase']);
    expect(acts(outsider)).toEqual([]);
  });
});
