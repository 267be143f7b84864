import { describe, expect, it } from 'vitest';
import { expectCommand } from '../../examples/expect-command.examples.ts';
import { translator } from '../../texts/locale.ts';
import { examples } from './examples.ts';
import { addSigner, handOverTask, requestOpinion, transferTask } from './index.ts';

const { subject, colleague } = examples;
const values = { person: colleague, words: ' 更熟悉 ' };
const taskId = 'review#1.1';

describe('acts that bring in a colleague', () => {
  it('ask for the person and for the words', () => {
    for (const act of [transferTask, handOverTask, requestOpinion]) {
      expect(act.problemsOf({ person: null, words: ' ' }, subject)).toEqual({
        person: { key: 'act.personMissing' },
        words: { key: 'act.wordsMissing' },
      });
      expect(act.problemsOf(values, subject)).toEqual({});
    }
  });

  it('send who and why', () => {
    expectCommand(transferTask.toCommand(values, subject), {
      type: 'TransferTask',
      taskId,
      to: colleague,
      reason: '更熟悉',
    });
    expectCommand(handOverTask.toCommand(values, subject), {
      type: 'HandOverTask',
      taskId,
      to: colleague,
      reason: '更熟悉',
    });
    expectCommand(requestOpinion.toCommand(values, subject), {
      type: 'RequestOpinion',
      taskId,
      person: colleague,
      question: '更熟悉',
    });
  });

  it('add a signer beside oneself unless told before or after', () => {
    const first = addSigner.toForm(subject, translator('zh-CN'));
    expect(first.kind).toBe('with');
    for (const kind of ['before', 'with', 'after'] as const) {
      expectCommand(addSigner.toCommand({ ...first, ...values, kind }, subject), {
        type: 'AddSigner',
        taskId,
        kind,
        person: colleague,
        reason: '更熟悉',
      });
    }
  });
});
