import { describe, expect, test } from 'vitest';
import { publicationOf, type CommandOf, type ItemDefinition } from '../../index.ts';
import { robot, staff, wang } from '../../testing/case.examples.ts';
import { ladder } from '../../testing/ladder.examples.ts';
import {
  answered,
  day,
  housing,
  office,
  petition,
  special,
  supervisor,
  taken,
  written,
} from '../../testing/letter.examples.ts';

const mark = (isSensitive = true, reason = 'names a minor'): CommandOf<'MarkSensitive'> => ({
  type: 'MarkSensitive',
  isSensitive,
  reason,
});
const publish = (title = 'A lift', body = 'It stood still.'): CommandOf<'PublishLetter'> => ({
  type: 'PublishLetter',
  title,
  body,
  answers: { 1: 'It was repaired.' },
});
const unpublish: CommandOf<'UnpublishLetter'> = { type: 'UnpublishLetter', reason: 'asked for' };
const { letter } = petition;
if (letter === undefined) throw new Error('a petition is a letter');
const confidential: ItemDefinition = { ...petition, letter: { ...letter, isConfidential: true } };

const at = day(10);
const story = answered();
const marked = story.and([mark(), office, at]);

describe('MarkSensitive 敏感件', () => {
  ladder([
    { lacking: 'the sender', story, by: wang, command: mark(), at, refused: ['right-missing'] },
    { lacking: 'the handler', story, by: housing, command: mark(), at, refused: ['right-missing'] },
    {
      lacking: 'the office takes the mark away',
      story: marked,
      by: office,
      command: mark(false),
      at,
      refused: ['right-missing'],
    },
    {
      lacking: 'without a reason',
      story,
      by: office,
      command: mark(true, ''),
      at,
      refused: ['reason-required'],
    },
    {
      lacking: 'marked already',
      story: marked,
      by: special,
      command: mark(),
      at,
      refused: ['marked-already'],
    },
  ]);

  test('what was public is taken down first, and never comes back by itself', () => {
    const open = story.and([publish(), office, at]);
    open.when(mark(), office, at).thenEvents('LetterUnpublished', 'SensitivityMarked sensitive');
    const freed = open.and([mark(), office, at], [mark(false), special, at]);
    expect(freed.state.letter?.publication).toBeUndefined();
  });

  test('from then on the office acts on it no more, those appointed do', () => {
    const call: CommandOf<'RecordCallBack'> = {
      type: 'RecordCallBack',
      manner: 'phone',
      isSatisfied: true,
      note: 'content',
    };
    marked.when(call, office, at).thenRefused('right-missing');
    marked.when(call, special, at).thenDone();
    marked
      .when({ type: 'SuperviseCase', ground: 'slow', demand: 'now' }, supervisor, at)
      .thenRefused('right-missing');
  });
});

describe('PublishLetter 公开', () => {
  ladder([
    {
      lacking: 'the handler',
      story,
      by: housing,
      command: publish(),
      at,
      refused: ['right-missing'],
    },
    {
      lacking: 'sensitive',
      story: marked,
      by: special,
      command: publish(),
      at,
      refused: ['never-public'],
    },
    {
      lacking: 'confidential by law, whatever the sender chose',
      story: answered(confidential, { wantsPublic: 'yes' }),
      by: special,
      command: publish(),
      at,
      refused: ['never-public'],
    },
    {
      lacking: 'not accepted yet',
      story: written(),
      by: office,
      command: publish(),
      at,
      refused: ['wrong-phase'],
    },
    {
      lacking: 'taken back by its sender',
      story: taken().and([{ type: 'WithdrawCase', reason: 'settled' }, wang, day(5)]),
      by: office,
      command: publish(),
      at,
      refused: ['wrong-phase'],
    },
    {
      lacking: 'the sender says no',
      story: answered(petition, { wantsPublic: 'no' }),
      by: office,
      command: publish(),
      at,
      refused: ['sender-says-no'],
    },
    {
      lacking: 'no wording',
      story,
      by: office,
      command: publish('A lift', ' '),
      at,
      refused: ['text-required'],
    },
  ]);

  test('the wording that a person has checked is kept, with who and when', () => {
    const open = story.and([publish(), office, at]);
    expect(open.state.letter?.publication).toEqual({
      title: 'A lift',
      body: 'It stood still.',
      answers: { 1: 'It was repaired.' },
      at,
      by: 'Office',
    });
    const closed = open.and([unpublish, office, at]);
    expect(closed.state.letter?.publication).toBeUndefined();
    closed.when(unpublish, office, at).thenRefused('not-public');
  });
});

describe('a publication', () => {
  const open = answered().and([publish(), office, at]);

  test('lasts exactly as long as everybody may read the letter', () => {
    expect(publicationOf(open.state, petition)).toMatchObject({ title: 'A lift' });
    expect(publicationOf({ ...open.state, phase: 'withdrawn' }, petition)).toBeUndefined();
    expect(publicationOf({ ...open.state, phase: 'voided' }, petition)).toBeUndefined();
    expect(publicationOf(open.state, confidential)).toBeUndefined();
  });

  test('ends when the system marks the letter: what it reviews was marked', () => {
    const closed = open.and([mark(), robot, at]);
    expect(closed.state.letter?.publication).toBeUndefined();
    expect(closed.state.letter?.sensitivity).toMatchObject({ reason: 'names a minor' });
  });
});

describe('whoever a letter complains of 被反映人回避', () => {
  const colleague = staff('Colleague', ['zjj.handler'], ['letters-office']);
  const about = taken(petition, { accusedName: '张三、Colleague' });

  test('neither handles it nor acts on it by any other right', () => {
    about
      .when({ type: 'ReadTask', taskId: 'answer#1.1' }, colleague, at)
      .thenRefused('accused-person');
    about.when(publish(), colleague, at).thenRefused('accused-person');
    about.when(mark(), colleague, at).thenRefused('accused-person');
    taken().when(mark(), colleague, at).thenDone();
  });

  test('nor does a deputy act in their place', () => {
    const deputy = {
      kind: 'staff',
      personId: 'deputy',
      name: 'Deputy',
      posts: [],
      orgId: 'zjj',
      capabilities: [],
      proxies: [
        {
          proxyId: 'x1',
          principal: { personId: 'colleague', name: 'Colleague' },
          posts: ['zjj.handler'],
        },
      ],
    } as const;
    about
      .when({ type: 'ReadTask', taskId: 'answer#1.1' }, deputy, at)
      .thenRefused('accused-person');
  });
});
