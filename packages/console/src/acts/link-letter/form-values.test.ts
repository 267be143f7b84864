import { describe, expect, it } from 'vitest';
import { expectCommand } from '../../examples/expect-command.examples.ts';
import { assistance } from '../../examples/letter.examples.ts';
import { examples } from './examples.ts';
import {
  fromDuplicate,
  linkProblemsOf,
  linkToCommand,
  linkToForm,
  standingLinks,
  unlinkProblemsOf,
  unlinkToCommand,
  unlinkToForm,
} from './form-values.ts';

describe('linking letters', () => {
  const [duplicate] = assistance.duplicates;
  if (duplicate === undefined) throw new Error('the example has a duplicate');

  it('needs the other letter and a reason', () => {
    expect(Object.keys(linkProblemsOf(linkToForm()))).toEqual(['target', 'reason']);
  });

  it('takes relation and reason from a suggestion, but keeps words of one’s own', () => {
    const taken = fromDuplicate(duplicate, linkToForm(), '、');
    expectCommand(linkToCommand(taken), {
      type: 'LinkLetter',
      caseId: 'twin',
      relation: 'repeated',
      reason: '路灯、不亮',
    });
    const own = fromDuplicate(duplicate, { ...linkToForm(), reason: '同一盏灯' }, '、');
    expect(own.reason).toBe('同一盏灯');
  });

  it('is undone by its own id, with a reason', () => {
    const values = unlinkToForm(examples.linked);
    expect(Object.keys(unlinkProblemsOf(values))).toEqual(['reason']);
    expectCommand(unlinkToCommand({ ...values, reason: ' 不是一件事 ' }), {
      type: 'UnlinkLetter',
      linkId: 'l1',
      reason: '不是一件事',
    });
  });

  it('offers to undo only what still stands', () => {
    expect(standingLinks(examples.linked)).toHaveLength(1);
    expect(standingLinks(examples.subject)).toEqual([]);
  });
});
