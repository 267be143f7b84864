import type { PackProblemCode } from '../catalogue/index.ts';
import type { Language } from '../platform/refusal.ts';
import { remedies as en } from './texts/remedies.en.ts';
import { remedies as zh } from './texts/remedies.zh-CN.ts';

const texts = { 'zh-CN': zh, en } as const;

/** What to do about a problem, in one sentence. */
export function remedyOf(code: PackProblemCode, language: Language): string {
  return texts[language][code] ?? texts[language].other;
}

/** Whether somebody has written down what to do; a test asks it of every problem there is. */
export function hasRemedy(code: string, language: Language): boolean {
  return Object.hasOwn(texts[language], code);
}
