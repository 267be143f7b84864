import type { Refusal, RefusalRegistry } from '../platform/refusal.ts';
import { refusalTexts as en } from './messages.en.ts';
import { refusalTexts as zh } from './messages.zh-CN.ts';
import { entries, type DesignRefusalCode } from './refusal-codes.ts';

export const designerRefusals: RefusalRegistry = { entries, texts: { 'zh-CN': zh, en } };

export interface Refused {
  readonly ok: false;
  readonly refusals: readonly Refusal[];
}

export type DesignOutcome<T> = { readonly ok: true; readonly value: T } | Refused;

export function refuseDesign(code: DesignRefusalCode, params?: Refusal['params']): Refused {
  return { ok: false, refusals: [params === undefined ? { code } : { code, params }] };
}
