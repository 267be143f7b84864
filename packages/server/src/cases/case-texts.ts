import { refusals } from '@yichuang/kernel/case';
import type { Language, RefusalRegistry } from '../platform/refusal.ts';
import { ownRefusals, type CaseTexts, type OwnCode } from './case-text-types.ts';
import { caseTexts as en } from './messages.en.ts';
import { caseTexts as zh } from './messages.zh-CN.ts';

export const textsOf: Readonly<Record<Language, CaseTexts>> = { 'zh-CN': zh, en };

export const caseRefusals: RefusalRegistry = {
  entries: { ...refusals, ...ownRefusals },
  texts: { 'zh-CN': zh.refusals, en: en.refusals },
};

/** A refusal of these use cases; the kernel makes its own. */
export function refuseCase(
  code: OwnCode,
  params?: Readonly<Record<string, string | number>>,
): { readonly code: string; readonly params?: Readonly<Record<string, string | number>> } {
  return params === undefined ? { code } : { code, params };
}

/** `{name}` in a text stands for the parameter of that name. */
export function fill(text: string, params: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/gu, (whole, name: string) => String(params[name] ?? whole));
}
