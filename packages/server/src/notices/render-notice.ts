import type { Language } from '../platform/refusal.ts';
import { noticeTexts as en } from './messages.en.ts';
import { noticeTexts as zh } from './messages.zh-CN.ts';
import { trialMarks } from './trial-mark.messages.ts';
import type { NoticeTemplate, NoticeText } from './templates.ts';

const texts = { 'zh-CN': zh, en };

export type NoticeParams = Readonly<Record<string, string | number>>;

/** @throws Error when a parameter of the text is missing: nobody should read "{dueOn}" */
export function renderNotice(
  template: NoticeTemplate,
  language: Language,
  params: NoticeParams,
  isTrial = false,
): NoticeText {
  const { subject, body } = texts[language][template];
  const filled = body.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`notice ${template} lacks its parameter ${name}`);
    return String(value);
  });
  const mark = isTrial ? trialMarks[language] : '';
  return { subject: `${mark}${subject}`, body: `${mark}${filled}` };
}

/** The parameters that the text of a template names. */
export function paramsOf(template: NoticeTemplate, language: Language): ReadonlySet<string> {
  const { body } = texts[language][template];
  return new Set([...body.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? ''));
}
