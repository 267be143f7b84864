import { describe, expect, it } from 'vitest';
import { proposedTitle } from './letter-title.ts';

describe('the subject proposed for a letter', () => {
  it.each([
    ['路灯坏了三个月。没人修。', '路灯坏了三个月'],
    ['尊敬的领导：您好！我家门口的路灯坏了。', '我家门口的路灯坏了'],
    ['县长您好，柿井村没有自来水', '柿井村没有自来水'],
    ['你好\n请问怎么办理医保？', '请问怎么办理医保'],
    ['Hello, the street lamp is broken! Please mend it.', 'the street lamp is broken'],
    ['', ''],
    ['好。', ''],
  ])('of %j is %j', (body, title) => {
    expect(proposedTitle(body)).toBe(title);
  });

  it('ends at a comma rather than in a phrase, and stays under the form’s 60 characters', () => {
    const long =
      '碧云街道学府社区东区三号楼的电梯从今年三月份开始就经常出故障，物业每次都说已经报修但是过几天又坏了';
    expect(proposedTitle(long)).toBe(
      '碧云街道学府社区东区三号楼的电梯从今年三月份开始就经常出故障…',
    );
    const unbroken = '路'.repeat(200);
    expect([...proposedTitle(unbroken)].length).toBeLessThanOrEqual(60);
  });
});
