import type { StaffCommand } from '@yichuang/contracts';
import { describe, expect, it } from 'vitest';
import { expectCommand } from '../../examples/expect-command.examples.ts';
import { examples } from './examples.ts';
import {
  abstainTask,
  claimTask,
  freezeCase,
  giveOpinion,
  readTask,
  recallTask,
  releaseTask,
  removeSigner,
  takeBackOpinion,
  unfreezeCase,
  urgeCase,
} from './index.ts';

const taskId = 'review#1.1';
const { subject, added } = examples;

describe('acts that need no words', () => {
  it.each([claimTask, releaseTask, readTask, recallTask, takeBackOpinion])(
    '$type names its task and is never refused for want of words',
    (act) => {
      expect(act.problemsOf({ words: '' }, subject)).toEqual({});
      expectCommand(act.toCommand({ words: '' }, subject), { type: act.type, taskId });
    },
  );
});

describe('acts that need words', () => {
  const words = ' 材料不清 ';
  const text = '材料不清';
  const cases: readonly (readonly [StaffCommand, StaffCommand, object])[] = [
    [
      giveOpinion.toCommand({ words }, subject),
      { type: 'GiveOpinion', taskId, opinion: text },
      giveOpinion.problemsOf({ words: ' ' }, subject),
    ],
    [
      removeSigner.toCommand({ words }, added),
      { type: 'RemoveSigner', taskId: 'review#1.2', reason: text },
      removeSigner.problemsOf({ words: '' }, added),
    ],
    [
      urgeCase.toCommand({ words }, subject),
      { type: 'UrgeCase', message: text },
      urgeCase.problemsOf({ words: '' }, subject),
    ],
    [
      freezeCase.toCommand({ words }, subject),
      { type: 'FreezeCase', reason: text },
      freezeCase.problemsOf({ words: '' }, subject),
    ],
    [
      unfreezeCase.toCommand({ words }, subject),
      { type: 'UnfreezeCase', reason: text },
      unfreezeCase.problemsOf({ words: '' }, subject),
    ],
  ];

  it.each(cases)(
    '%o sends them without their edges and asks for them',
    (sent, wanted, problems) => {
      expectCommand(sent, wanted);
      expect(problems).toEqual({ words: { key: 'act.wordsMissing' } });
    },
  );

  it('leave the words of an abstention to the person', () => {
    expect(abstainTask.problemsOf({ words: '' }, subject)).toEqual({});
    expectCommand(abstainTask.toCommand({ words: '' }, subject), {
      type: 'AbstainTask',
      taskId,
      opinion: '',
    });
  });
});
