import { describe, expect, it } from 'vitest';
import { deskCase } from '../examples/case.examples.ts';
import { verbSubject } from './verb-subject.ts';

describe('a verb about somebody else’s task', () => {
  it('says whose: an added signer, a colleague who was asked', () => {
    const about = (act: string, taskId: string) => verbSubject({ act, taskId }, deskCase);
    expect(about('RemoveSigner', 'review#1.2')).toBe('苏婉');
    expect(about('TakeBackOpinion', 'review#1.3')).toBe('宁波涛');
    expect(about('HandOverTask', 'unheard-of')).toBeUndefined();
  });

  it('needs no name for what is one’s own, nor for the case as a whole', () => {
    expect(verbSubject({ act: 'ApproveTask', taskId: 'review#1.1' }, deskCase)).toBeUndefined();
    expect(verbSubject({ act: 'UrgeCase' }, deskCase)).toBeUndefined();
  });

  it('keeps quiet where several people share the task', () => {
    const [task] = deskCase.tasks;
    if (task === undefined) throw new Error('the example has a task');
    const shared = { signings: [], tasks: [{ ...task, holderNames: ['苏婉', '陆清和'] }] };
    const handOver = { act: 'HandOverTask', taskId: task.taskId };
    expect(verbSubject(handOver, shared)).toBeUndefined();
  });
});
