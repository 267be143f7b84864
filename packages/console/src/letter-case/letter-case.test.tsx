import { describe, expect, it } from 'vitest';
import { openTabOf, tabsOf } from '../case/case-tabs.ts';
import { receivedCase } from '../examples/case.examples.ts';
import { assistance, handledLetter, letterAt, newLetter } from '../examples/letter.examples.ts';
import { htmlOf, wordsOf } from '../examples/page-text.examples.tsx';
import { AssistanceView } from './Assistance.tsx';
import { HandlingTab } from './HandlingTab.tsx';
import { LetterNotices } from './LetterNotices.tsx';
import { LetterTab } from './LetterTab.tsx';
import { MessagesTab } from './MessagesTab.tsx';

const view = letterAt('task', handledLetter);

describe('the page of a letter', () => {
  it('opens at the letter, and has no form and no list of materials', () => {
    expect(openTabOf(view, undefined)).toBe('letter');
    expect(openTabOf(view, 'materials')).toBe('letter');
    expect(openTabOf(view, 'handling')).toBe('handling');
    expect(tabsOf(view)).not.toContain('form');
    expect(tabsOf(receivedCase)).not.toContain('letter');
    expect(openTabOf(receivedCase, 'handling')).toBe('form');
  });

  it('shows what was written, each answer with its rating, and the draft with its findings', () => {
    const words = wordsOf(<LetterTab view={view} letter={handledLetter} />);
    expect(words).toContain('青石路中段的路灯坏了半个月');
    expect(words).toContain('第 1 次答复');
    expect(words).toContain('对办公室：满意；对承办单位：不满意。');
    expect(words).toContain('不满意，退回整改');
    expect(words).toContain('待审核的答复');
    expect(words).toContain('让来信人去问别的单位');
    expect(words).toContain('6 人');
  });

  it('shows no draft that was given already', () => {
    const { draft } = handledLetter;
    if (draft === undefined) throw new Error('the example has a draft');
    const given = { ...handledLetter, draft: { ...draft, round: 1 } };
    expect(wordsOf(<LetterTab view={view} letter={given} />)).not.toContain('待审核的答复');
  });

  it('tells the way through the offices: referral, objection, records, supervision', () => {
    const words = wordsOf(<HandlingTab letter={handledLetter} />);
    for (const part of [
      '交办',
      '有异议',
      '协办：云溪县城市管理局',
      '不属于我局职权',
      '三定规定明确由你局负责',
      '三盏路灯不亮',
      '月底修好',
      '三日内修复',
      '还没有反馈。',
      '还没修',
      '20261120000009',
    ]) {
      expect(words).toContain(part);
    }
  });

  it('says so where nothing has happened yet', () => {
    expect(wordsOf(<HandlingTab letter={newLetter} />)).toContain('还没有转办');
    expect(wordsOf(<MessagesTab letter={newLetter} />)).toContain('还没有私信。');
  });

  it('does not show a link that was undone', () => {
    const links = handledLetter.links.map((link) => ({
      ...link,
      undoneAt: '2026-11-22T01:00:00.000Z',
    }));
    const words = wordsOf(<HandlingTab letter={{ ...handledLetter, links }} />);
    expect(words).not.toContain('20261120000009');
  });

  it('warns of what is sensitive, confidential or under supervision', () => {
    const letter = { ...handledLetter, isConfidential: true };
    const words = wordsOf(<LetterNotices letter={letter} />);
    expect(words).toContain('敏感信件');
    expect(words).toContain('不得透露给被举报的人和单位');
    expect(words).toContain('正在督办：三日内修复');
    expect(wordsOf(<LetterNotices letter={newLetter} />)).toBe('');
  });

  it('names who writes to whom in private messages', () => {
    expect(wordsOf(<MessagesTab letter={handledLetter} />)).toContain('承办单位 → 信件办公室');
  });

  it('says of each suggestion what it rests on', () => {
    const html = htmlOf(<AssistanceView assistance={assistance} />);
    const suggestions = html.match(/<li/g) ?? [];
    const whys = html.match(/class="why"/g) ?? [];
    // A limit is a rule and a point stands in the letter: neither is a guess.
    expect(suggestions.length - whys.length).toBe(
      assistance.limits.length + assistance.points.length,
    );
    expect(html).not.toContain('<button');
  });

  it('has no Chinese of its own in English', () => {
    const data = JSON.stringify([view, assistance]);
    const parts = [
      <LetterTab key="letter" view={view} letter={handledLetter} />,
      <HandlingTab key="handling" letter={handledLetter} />,
      <MessagesTab key="messages" letter={handledLetter} />,
      <AssistanceView key="assistance" assistance={assistance} />,
      <LetterNotices key="notices" letter={handledLetter} />,
    ];
    const left = parts.flatMap((part) => htmlOf(part, 'en').match(/[\u4e00-\u9fff]+/g) ?? []);
    expect(left.filter((words) => !data.includes(words))).toEqual([]);
  });
});
