import { describe, expect, test } from 'vitest';
import type { FlowDefinition, FlowNode } from '../../flow/index.ts';
import type { CommandOf, ItemDefinition } from '../index.ts';
import { bare, flowAround, leader, sequence, split, step, wang } from '../testing/case.examples.ts';
import { administrator, holder, joint, part } from '../testing/moving.examples.ts';
import {
  acceptedCase,
  approve,
  monday,
  tuesday,
  type Act,
  Story,
  type Attempt,
} from '../testing/specification.examples.ts';

const review = (id: string, more = {}) => step(id, 'review', more);
const rebase: CommandOf<'RebaseCase'> = { type: 'RebaseCase', toVersion: 2 };
const done = (taskId: string): Act => approve(taskId, holder(taskId.split('#')[0] ?? ''));

const version2 = (flow: FlowDefinition): ItemDefinition => ({ ...bare(flow), version: 2 });
const moved = (story: Story, ...nodes: readonly FlowNode[]): Attempt =>
  story.within({ nextItem: version2(flowAround(...nodes)) }).when(rebase, administrator, tuesday);

describe('RebaseCase', () => {
  const story = acceptedCase(bare(flowAround(review('a'), review('b'))));

  test('refused: not the administrator, an ended case, no such version', () => {
    const next = { nextItem: version2(flowAround(review('a'))) };
    story.within(next).when(rebase, leader, tuesday).thenRefused('right-missing');
    story
      .and([{ type: 'WithdrawCase', reason: 'r' }, wang, monday])
      .within(next)
      .when(rebase, administrator, tuesday)
      .thenRefused('case-has-ended');
    story.when(rebase, administrator, tuesday).thenRefused('version-unknown');
    const unknown: readonly CommandOf<'RebaseCase'>[] = [
      { ...rebase, toVersion: 3 },
      { ...rebase, toVersion: 1 },
    ];
    for (const command of unknown) {
      story.within(next).when(command, administrator, tuesday).thenRefused('version-unknown');
    }
    const { flow: _flow, ...guide } = version2(flowAround());
    story
      .within({ nextItem: guide })
      .when(rebase, administrator, tuesday)
      .thenRefused('version-unknown');
    story
      .within({ nextItem: { ...version2(flowAround(review('a'))), code: 'other' } })
      .when(rebase, administrator, tuesday)
      .thenRefused('version-unknown');
  });

  test('the case stands at the same place of the new flow, and walks on in it', () => {
    const after = moved(story, review('a'), review('new'), review('b')).thenEvents(
      'CaseRebased 1 → 2',
    );
    expect(after.state).toMatchObject({ itemVersion: 2, marking: story.state.marking });
    new Story(version2(flowAround(review('a'), review('new'), review('b'))), after.past)
      .when(...done('a#1.1'))
      .thenEvents('TaskDecided a#1.1 approved', 'StepCompleted a#1 approved', 'StepOpened new#1.1');
  });

  const impossible: readonly [string, Story, readonly FlowNode[]][] = [
    ['the open step is gone', story, [review('b')]],
    ['it is another kind of node', story, [joint(part('x')), { ...joint(part('y')), id: 'a' }]],
    ['it stands inside a split now', story, [split('parallel', 'p', review('a'), review('b'))]],
    ['it agrees by another rule', story, [review('a', { agreement: { rule: 'in-turn' } })]],
    ['it has another duty', story, [step('a', 'task'), review('b')]],
    [
      'a branch of the open split begins with another node',
      acceptedCase(bare(flowAround(split('parallel', 'p', review('a'), review('b'))))).and(
        done('b#1.1'),
      ),
      [split('parallel', 'p', review('a'), sequence('s', review('b'), review('c')))],
    ],
    [
      'parts that are open are other ones',
      acceptedCase(bare(flowAround(joint(part('fire'))))),
      [joint(part('food'))],
    ],
    [
      'the way straight back leads nowhere',
      story.and(done('a#1.1'), [
        { type: 'ReturnTask', taskId: 'b#1.1', toStep: 'a', then: 'straight-back', reason: 'r' },
        holder('b'),
        tuesday,
      ]),
      [review('a')],
    ],
  ];
  test.each(impossible)('not possible: %s', (_why, from, nodes) => {
    moved(from, ...nodes).thenRefused('rebase-not-possible');
  });

  test('undecided, a decision must still come; decided, none may come again', () => {
    const decision = step('leader', 'decision');
    const intake = step('intake', 'intake', { posts: ['counter'] });
    const earlier = { main: sequence('main', intake, decision, review('a')) };
    story
      .within({ nextItem: version2(earlier) })
      .when(rebase, administrator, tuesday)
      .thenRefused('rebase-not-possible');
    const decided = acceptedCase(bare(flowAround())).and(approve('leader#1.1', leader));
    const again = flowAround();
    const delivery = step('delivery', 'delivery', { posts: ['counter'] });
    const later = { ...again, main: sequence('main', intake, delivery, step('boss', 'decision')) };
    decided
      .within({ nextItem: version2(later) })
      .when(rebase, administrator, tuesday)
      .thenRefused('rebase-not-possible');
    moved(decided, review('a')).thenEvents('CaseRebased 1 → 2');
  });

  test('what was walked before is history: the new flow need not know it', () => {
    const beyond = story.and(done('a#1.1'));
    moved(beyond, review('b')).thenEvents('CaseRebased 1 → 2');
  });
});
