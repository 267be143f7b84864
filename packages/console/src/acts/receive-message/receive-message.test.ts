import { describe, expect, it } from 'vitest';
import { expectCommand } from '../../examples/expect-command.examples.ts';
import { translator } from '../../texts/locale.ts';
import { examples } from './examples.ts';
import { receiveMessage } from './index.ts';

describe('a message that was waited for', () => {
  it('belongs to the first node that waits, and says what came', () => {
    const { subject } = examples;
    const first = receiveMessage.toForm(subject, translator('zh-CN'));
    expect(receiveMessage.problemsOf(first, subject)).toEqual({
      message: { key: 'act.wordsMissing' },
    });
    expectCommand(receiveMessage.toCommand({ ...first, message: ' 已复函 ' }, subject), {
      type: 'ReceiveMessage',
      nodeId: 'wait-land',
      message: '已复函',
    });
  });
});
