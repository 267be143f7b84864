import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { LocaleContext } from '../session/use-locale.ts';
import { translator, type Locale } from '../texts/locale.ts';
import { DaysPlot } from './DaysPlot.tsx';
import { result } from './examples.ts';
import { binName, percentText } from './figures.ts';
import { PostsPlot } from './PostsPlot.tsx';

function textOf(page: ReactElement, locale: Locale = 'zh-CN'): string {
  const value = { locale, t: translator(locale), setLocale: () => undefined };
  const html = renderToStaticMarkup(
    <LocaleContext.Provider value={value}>{page}</LocaleContext.Provider>,
  );
  return html.replaceAll(/<\/(?:td|th|caption|h2|summary|p)>/gu, ' | ').replaceAll(/<[^>]*>/gu, '');
}

describe('the figures of a rehearsal', () => {
  it('stand in a table beside the picture of the days', () => {
    const text = textOf(<DaysPlot result={result} />);
    expect(text).toContain('0–5 | 52%');
    expect(text).toContain('10+ | 10%');
  });

  it('say of each post how busy it is, which is the bottleneck, what one more would do', () => {
    const text = textOf(<PostsPlot result={result} />);
    expect(text).toContain('窗口人员 | 2 | 20% | 0.1 个工作日 | 几乎没有变化');
    expect(text).toContain('局长 瓶颈 | 1 | 86% | 1.9 个工作日 | 平均 4.4 个工作日，超承诺 2%');
  });

  it('are in English where that is the reader’s language', () => {
    expect(textOf(<PostsPlot result={result} />, 'en')).toContain('4.4 working days on average');
  });

  it('never call a small share nothing', () => {
    expect([0, 0.001, 0.12, 1].map(percentText)).toEqual(['0%', '<1%', '12%', '100%']);
    expect(binName({ fromDay: 3, toDay: 4 })).toBe('3–4');
  });
});
