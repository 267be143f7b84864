import type { Language } from '../platform/refusal.ts';
import type { ImportTexts } from './import-text-types.ts';
import { importTexts as en } from './messages.en.ts';
import { importTexts as zh } from './messages.zh-CN.ts';
import type { RowProblem } from './row-problem.ts';

export const importTexts: Readonly<Record<Language, ImportTexts>> = { 'zh-CN': zh, en };

/** One sentence; undefined where the code is a refusal of the filing itself. */
export function problemText(
  { code, params }: Pick<RowProblem, 'code' | 'params'>,
  language: Language,
): string | undefined {
  return importTexts[language].problems[code]?.replace(/\{(\w+)\}/gu, (whole, name: string) =>
    String(params[name] ?? whole),
  );
}
