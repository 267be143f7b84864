import { expect, it } from 'vitest';
import { html } from '../html.ts';
import { asWritten } from './as-written.ts';

it('marks what is written in Chinese on an English page, and nothing else', () => {
  const shown = (locale: 'en' | 'zh-CN', text: string) => html`${asWritten(locale, text)}`.text;
  expect(shown('en', '有经营场所。')).toBe('<span lang="zh-CN">有经营场所。</span>');
  expect(shown('en', '<营业')).toBe('<span lang="zh-CN">&#60;营业</span>');
  expect(shown('en', 'Now with 住建局.')).toBe('Now with <span lang="zh-CN">住建局</span>.');
  expect(shown('en', 'Free of charge')).toBe('Free of charge');
  expect(shown('zh-CN', '有经营场所。')).toBe('有经营场所。');
});
