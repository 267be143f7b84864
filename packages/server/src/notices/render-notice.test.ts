import { describe, expect, it } from 'vitest';
import { noticeTexts as en } from './messages.en.ts';
import { noticeTexts as zh } from './messages.zh-CN.ts';
import { paramsOf, renderNotice } from './render-notice.ts';
import { retryDelayMs } from './deliver-notice.ts';
import { noticeTemplates, type NoticeTemplate } from './templates.ts';

const templates = Object.keys(noticeTemplates) as NoticeTemplate[];

describe('the texts of notices', () => {
  it('are there in both languages, and no others', () => {
    expect(Object.keys(zh).toSorted()).toEqual(templates.toSorted());
    expect(Object.keys(en).toSorted()).toEqual(templates.toSorted());
  });

  it.each(templates)('%s names the same parameters in both languages', (template) => {
    expect([...paramsOf(template, 'en')].toSorted()).toEqual(
      [...paramsOf(template, 'zh-CN')].toSorted(),
    );
  });

  it.each(templates)('%s fits into a short message and is a sentence', (template) => {
    const filled = Object.fromEntries(
      [...paramsOf(template, 'zh-CN')].map((name) => [name, 'XXXX']),
    );
    const { body } = renderNotice(template, 'zh-CN', filled);
    expect([...body].length).toBeLessThanOrEqual(140);
    expect(body).toMatch(/。$|：XXXX$/);
  });

  it('are not sent with a hole in them', () => {
    expect(() => renderNotice('login-code', 'zh-CN', { site: 'x' })).toThrow('parameter code');
  });
});

describe('trying again', () => {
  it('waits longer each time, an hour at most', () => {
    expect([0, 1, 2, 3, 4, 5].map((n) => retryDelayMs(n) / 1000)).toEqual([
      10, 40, 160, 640, 2560, 3600,
    ]);
  });
});
