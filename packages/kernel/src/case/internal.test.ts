import { describe, expect, test } from 'vitest';
import { allowedActs } from './index.ts';
import { contextOf, filed, outsider, split, staff, step, wang } from './testing/case.examples.ts';
import { filedBy, holder, internal, leave, leaveCase, lena } from './testing/moving.examples.ts';
import {
  approve,
  given,
  monday,
  tuesday,
  wednesday,
  type Act,
} from './testing/specification.examples.ts';

const head = holder('head');
const deputy = holder('deputy');
const approval = [step('head', 'task'), step('deputy', 'task')] as const;
const story = leaveCase(...approval);

const back = (taskId: string, then: 'walk-again' | 'straight-back', by = head): Act => [
  { type: 'ReturnTask', taskId, toStep: 'filing', then, reason: 'which days?' },
  by,
  tuesday,
];

describe('an internal approval', () => {
  test('begins with the filing, which is the applicant’s own step and done by it', () => {
    expect(story.past.map(({ event }) => event.type)).toEqual([
      'CaseReceived',
      'NodeEntered',
      'StepOpened',
      'TaskDecided',
      'StepCompleted',
      'StepOpened',
    ]);
    expect(story.state).toMatchObject({ phase: 'in-progress', lifecycle: 'internal', clocks: {} });
    expect(story.state.marking.tasks['filing#1.1']).toMatchObject({
      status: 'done',
      posts: [],
      holder: { personId: 'lena', name: 'Lena' },
      closedBy: { personId: 'lena', name: 'Lena' },
    });
  });

  test('is filed by the member of staff whose it is, by nobody for them', () => {
    const item = internal(...approval);
    const file = given(item);
    file.when(leave, wang, monday).thenRefused('not-your-case');
    file.when(leave, staff('Counter', [], ['file-on-behalf']), monday).thenRefused('not-your-case');
  });

  test('is granted when the tree is walked; no licence is decided', () => {
    story
      .and(approve('head#1.1', head))
      .when(approve('deputy#1.1', deputy)[0], deputy, tuesday)
      .thenEvents(
        'TaskDecided deputy#1.1 approved',
        'StepCompleted deputy#1 approved',
        'NodeCompleted main#1',
        'CaseConcluded granted on 2026-03-03',
      );
  });

  test('a reject denies it, for words alone: law is for refusals of rights', () => {
    const reject = { type: 'RejectTask', taskId: 'head#1.1', opinion: ' ' } as const;
    story.when(reject, head, tuesday).thenRefused('reason-required');
    const after = story
      .when({ ...reject, opinion: 'too many away' }, head, tuesday)
      .thenEvents(
        'TaskDecided head#1.1 rejected',
        'StepCompleted head#1 rejected',
        'FlowEnded rejected cancels main',
        'CaseConcluded denied on 2026-03-03',
      );
    expect(after.state).toMatchObject({ phase: 'concluded', outcome: 'denied' });
    expect(after.state).not.toHaveProperty('decision');
  });

  test('a denial may be copied on, and ends at once', () => {
    const item = internal(...approval);
    const { flow } = item;
    if (flow === undefined) throw new Error('an internal item has a flow');
    const tell = { action: 'copy', posts: ['office'] } as const;
    const denied = { kind: 'automatic', id: 'tell', name: 'Denied', does: tell } as const;
    given({ ...item, flow: { ...flow, denied } }, filedBy)
      .when({ type: 'RejectTask', taskId: 'head#1.1', opinion: 'no' }, head, tuesday)
      .thenEvents(
        'TaskDecided head#1.1 rejected',
        'StepCompleted head#1 rejected',
        'FlowEnded rejected cancels main',
        'NodeEntered tell#1',
        'flow:copy: CaseCopied to office',
        'NodeCompleted tell#1',
        'CaseConcluded denied on 2026-03-03',
      );
  });

  test('the applicant withdraws it any time before its end, the counter never does', () => {
    const withdraw = { type: 'WithdrawCase', reason: 'plans changed' } as const;
    const clerk = staff('Counter', [], ['file-on-behalf']);
    const late = story.and(approve('head#1.1', head));
    late.when(withdraw, clerk, tuesday).thenRefused('not-your-case');
    late.when(withdraw, outsider, tuesday).thenRefused('not-your-case');
    expect(late.and([withdraw, lena, tuesday]).state.phase).toBe('withdrawn');
    late
      .and(approve('deputy#1.1', deputy))
      .when(withdraw, lena, wednesday)
      .thenRefused('case-has-ended');
  });

  test('whoever files it does not sign it, but for the step that is theirs', () => {
    const own = leaveCase(step('desk', 'task'));
    own.when(approve('desk#1.1', lena)[0], lena, tuesday).thenRefused('own-case');
    const acts = allowedActs(own.state, contextOf(own.item, lena, tuesday));
    expect(acts.map(({ act }) => act)).toEqual(['WithdrawCase', 'UrgeCase']);
  });
});

describe('ResubmitCase 重新提交', () => {
  const returned = story.and(back('head#1.1', 'walk-again'));
  const resubmit = {
    type: 'ResubmitCase',
    taskId: 'filing#2.1',
    form: { area: 60 },
    materials: [],
    opinion: 'from Monday',
  } as const;

  test('refused: not whose it is, not at the filing step, not with a wrong form', () => {
    returned.when(resubmit, head, wednesday).thenRefused('not-your-task');
    returned.when(resubmit, wang, wednesday).thenRefused('not-your-task');
    story.when({ ...resubmit, taskId: 'head#1.1' }, head, wednesday).thenRefused('wrong-duty');
    story
      .when({ ...resubmit, taskId: 'filing#1.1' }, lena, wednesday)
      .thenRefused('task-already-closed');
    returned
      .when({ ...resubmit, form: { name: '' } }, lena, wednesday)
      .thenRefused('form-incomplete');
    returned
      .when({ ...resubmit, materials: [filed('ghost')] }, lena, wednesday)
      .thenRefused('material-unknown');
    returned
      .when({ type: 'ApproveTask', taskId: 'filing#2.1', opinion: '' }, lena, wednesday)
      .thenRefused('wrong-duty');
  });

  test('the way is walked again, with what was changed', () => {
    const after = returned
      .when(resubmit, lena, wednesday)
      .thenEvents(
        'FormAmended',
        'TaskDecided filing#2.1 approved',
        'StepCompleted filing#2 approved',
        'StepOpened head#2.1',
      );
    expect(after.state.form).toMatchObject({ name: 'Shed', area: 60 });
  });

  test('or goes straight back to who returned it', () => {
    story
      .and(approve('head#1.1', head), back('deputy#1.1', 'straight-back', deputy))
      .when({ ...resubmit, form: {} }, lena, wednesday)
      .thenEvents(
        'TaskDecided filing#2.1 approved',
        'StepCompleted filing#2 approved',
        'StepOpened deputy#2.1',
      );
  });

  test('across a split the sister branch is taken back', () => {
    leaveCase(split('parallel', 'both', ...approval))
      .when(back('head#1.1', 'walk-again')[0], head, tuesday)
      .thenEvents(
        'TaskClosed deputy#1.1 sister-branch-cancelled',
        'TaskClosed head#1.1 returned',
        'StepReturned head → filing walk-again resets both,head,deputy within main',
        'StepOpened filing#2.1',
      );
  });
});
