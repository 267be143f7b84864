import { describe, expect, test } from 'vitest';
import { robot, wang } from '../testing/case.examples.ts';
import { ladder } from '../testing/ladder.examples.ts';
import { add, ann, bob, cid, dee, joint, minute } from '../testing/people.examples.ts';
import { approve } from '../testing/specification.examples.ts';
import type { CommandOf } from '../index.ts';

const read = (taskId: string): CommandOf<'ReadTask'> => ({ type: 'ReadTask', taskId });

describe('ReadTask 查看', () => {
  const story = joint();
  ladder([
    {
      lacking: 'not staff',
      story,
      by: wang,
      command: read('joint#1.1'),
      refused: ['not-your-task'],
    },
    {
      lacking: 'the system',
      story,
      by: robot,
      command: read('joint#1.1'),
      refused: ['not-your-task'],
    },
    {
      lacking: 'no such task',
      story,
      by: ann,
      command: read('joint#9.1'),
      refused: ['task-unknown'],
    },
    {
      lacking: 'another post',
      story,
      by: dee,
      command: read('joint#1.1'),
      refused: ['not-your-task'],
    },
    {
      lacking: 'it waits for who signs before',
      story: story.and(add('before', 'joint#1.1', dee, ann)),
      by: ann,
      command: read('joint#1.1'),
      refused: ['task-not-yet-open'],
    },
    {
      lacking: 'decided before',
      story: story.and(approve('joint#1.1', ann)),
      by: ann,
      command: read('joint#1.1'),
      refused: ['task-already-closed'],
    },
  ]);

  test('the first reading is kept, the second is no news', () => {
    const after = story.when(read('joint#1.2'), bob, minute(1)).thenEvents('TaskRead joint#1.2');
    expect(after.state.marking.tasks['joint#1.2']?.readAt).toBe(minute(1));
    after.when(read('joint#1.2'), bob, minute(2)).thenEvents();
  });

  test('a task that comes back from somebody is unread again', () => {
    const back = story.and(
      [read('joint#1.3'), cid, minute(1)],
      add('before', 'joint#1.3', dee, cid, minute(2)),
      approve('joint#1.4', dee, minute(3)),
    );
    expect(back.state.marking.tasks['joint#1.3']).toMatchObject({
      status: 'open',
      openedAt: minute(3),
    });
    expect(back.state.marking.tasks['joint#1.3']?.readAt).toBeUndefined();
  });
});
