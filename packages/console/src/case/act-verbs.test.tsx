import type { CaseView } from '@yichuang/contracts';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { deskCase } from '../examples/case.examples.ts';
import { handledLetter, letterAt } from '../examples/letter.examples.ts';
import { LocaleContext } from '../session/use-locale.ts';
import { translator, type Locale } from '../texts/locale.ts';
import { ActVerbs } from './ActVerbs.tsx';

const task = 'review#1.1';
const offered = [
  { act: 'ApproveTask', taskId: task },
  { act: 'TransferTask', taskId: task },
  { act: 'RemoveSigner', taskId: 'review#1.2' },
  { act: 'FreezeCase' },
];

function html(open: string, acts = offered, locale: Locale = 'zh-CN'): string {
  return renderToStaticMarkup(
    <LocaleContext value={{ locale, t: translator(locale), setLocale: () => undefined }}>
      <ActVerbs view={deskCase} offered={acts} open={open} onOpen={() => undefined} />
    </LocaleContext>,
  );
}

describe('the verbs', () => {
  it('show the day’s work and fold the rest under its headings', () => {
    const [daily = '', folded = ''] = html(`ApproveTask ${task}`).split('<details');
    expect(daily).toContain('同意');
    expect(daily).not.toContain('转办');
    expect(folded).not.toContain('open=""');
    expect(folded.indexOf('找人')).toBeLessThan(folded.indexOf('转办'));
    expect(folded.indexOf('流转与管理')).toBeLessThan(folded.indexOf('冻结'));
  });

  it('unfold where the chosen act is inside, or where there is nothing else', () => {
    expect(html('FreezeCase ')).toContain('<details class="more-verbs" open=""');
    expect(html('FreezeCase ', offered.slice(1))).toContain('open=""');
  });

  it('have nothing to fold where only the day’s work is allowed', () => {
    expect(html(`ApproveTask ${task}`, offered.slice(0, 1))).not.toContain('<details');
  });

  it('say whose signature is meant, and in whose place one acts', () => {
    expect(html('x')).toMatch(/减签<span class="verb-subject"> 苏婉<\/span>/);
    const behalf = [{ act: 'ApproveTask', taskId: task, onBehalfOf: '张三' }];
    expect(html('x', behalf)).toContain('代张三办理');
  });

  it('are all in English in English, save people’s names', () => {
    const chinese = html('x', offered, 'en').match(/[\u4e00-\u9fff]+/g) ?? [];
    expect(chinese).toEqual(['苏婉']);
  });

  it('send an answer back to be written again, where it is looked at', () => {
    const verbs = (view: CaseView) =>
      renderToStaticMarkup(
        <ActVerbs
          view={view}
          offered={[{ act: 'ReturnTask', taskId: view.tasks[0]?.taskId ?? '' }]}
          open=""
          onOpen={() => undefined}
        />,
      );
    expect(verbs(letterAt('decision', handledLetter))).toContain('退回重办');
    expect(verbs(letterAt('task', handledLetter))).not.toContain('退回重办');
    expect(verbs(deskCase)).not.toContain('退回重办');
  });
});
