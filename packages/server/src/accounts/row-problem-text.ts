import type { Language } from '../platform/refusal.ts';
import { rowProblemTexts as en } from './messages.en.ts';
import { rowProblemTexts as zh } from './messages.zh-CN.ts';
import type { RowProblem } from './row-problem.ts';

const texts = { 'zh-CN': zh, en } as const;

/** One sentence. @throws Error for a code without a text: found by the tests */
export function rowProblemText({ code, params }: RowProblem, language: Language): string {
  const text = texts[language][code];
  if (text === undefined) throw new Error(`no text for ${code}`);
  return text.replaceAll(/\{(\w+)\}/gu, (whole, name: string) => String(params[name] ?? whole));
}
