import { describe, expect, it } from 'vitest';
import { checkReply, type ReplyFindingCode } from './check-reply.ts';
import { replyFindingTexts } from './reply-findings.messages.ts';

const letter =
  '东门街路灯不亮\n东门街从三月起路灯就不亮了，晚上老人摔倒好几次，请问什么时候能修好？';

/** Replies that say nothing, and why. */
const emptyReplies: readonly (readonly [ReplyFindingCode, string, string])[] = [
  ['only-courtesy', '网友您好！留言已收悉。感谢您对我们工作的支持。', '留言已收悉'],
  ['referred-elsewhere', '您好，请咨询县住建局，电话0000-1234567。谢谢！', '请咨询县住建局'],
  [
    'promise-without-result',
    '网友您好：来信收悉，我们将会安排人与您联系。',
    '我们将会安排人与您联系',
  ],
  [
    'forwarded-without-result',
    '网友：您反映的问题已转县城市管理局调查处理，感谢您的留言。2026年3月5日',
    '您反映的问题已转县城市管理局调查处理',
  ],
  ['too-short', '您好！正在修。', '正在修'],
  ['too-short', '', ''],
];

const fullReply =
  '网友您好！来信收悉。经现场查看，东门街12盏路灯因电缆老化断电，我局已于3月6日更换电缆，当晚恢复照明。' +
  '根据《城市照明管理规定》，今后每周巡查一次。联系人：李某，电话0000-1234567。感谢您的监督！';

describe('the check of a reply', () => {
  it.each(emptyReplies)('flags %s: %s', (code, reply, quote) => {
    const { isEmpty, findings } = checkReply({ letter, reply });
    expect(isEmpty).toBe(true);
    expect(findings.map((each) => [each.code, each.quote])).toContainEqual([code, quote]);
  });

  it('lets pass what tells facts, measures and their basis', () => {
    const { isEmpty, substance, findings } = checkReply({ letter, reply: fullReply });
    expect(isEmpty).toBe(false);
    expect(substance).toBeGreaterThan(50);
    expect(findings).toEqual([]);
  });

  it('flags a reply that copies the letter, however long it is', () => {
    const long = `东门街从三月起路灯就不亮了。${'晚上老人和孩子经过这里都很害怕，居民们反映多次。'.repeat(3)}`;
    const { isEmpty, findings } = checkReply({ letter: long, reply: `您好：${long}此复。` });
    expect(isEmpty).toBe(true);
    expect(findings.map(({ code }) => code)).toContain('copies-letter');
  });

  it('flags a reply that copies an earlier one, and not one that adds a result', () => {
    const again = checkReply({ letter, reply: fullReply, earlierReplies: [fullReply] });
    expect(again.isEmpty).toBe(true);
    expect(again.findings.map(({ code }) => code)).toContain('copies-earlier-reply');
    const reply = `${fullReply}另，4月2日我局对全街28盏路灯逐一检测，更换了损坏的9盏，并安排专人每晚值守。`;
    expect(checkReply({ letter, reply, earlierReplies: [fullReply] }).isEmpty).toBe(false);
  });

  it('does not take the title of the letter, quoted, for a copy', () => {
    const reply = `网友您好！您反映“东门街路灯不亮”的问题收悉。${fullReply}`;
    expect(checkReply({ letter, reply }).findings.map(({ code }) => code)).toEqual([]);
  });

  it('names a promise without a date also in a good reply, and not one with a date', () => {
    const promised = (words: string): ReplyFindingCode[] =>
      checkReply({ letter, reply: `${fullReply}${words}` }).findings.map(({ code }) => code);
    expect(promised('其余路段我们将尽快安排处理。')).toEqual(['promise-without-date']);
    expect(promised('其余路段我们将在5月10日前安排处理。')).toEqual([]);
  });

  it('quotes words that stand in the reply where it says', () => {
    for (const reply of [...emptyReplies.map(([, , each]) => each), ...texts]) {
      for (const { quote, from, to } of checkReply({ letter, reply }).findings) {
        expect(reply.slice(from, to)).toBe(quote);
      }
    }
  });

  it('has a text for every finding in both languages', () => {
    const codes = Object.keys(replyFindingTexts['zh-CN']).sort();
    expect(Object.keys(replyFindingTexts.en).sort()).toEqual(codes);
    const found = emptyReplies.map(([code]) => code);
    expect(codes).toEqual(expect.arrayContaining(found));
  });
});

const texts = ['　　您好　　\n\n已转　有关部门\n', '！？。', letter, fullReply.repeat(20)];
