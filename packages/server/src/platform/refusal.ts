import type { LegalBasis } from '@yichuang/kernel/time';

/** Why a request is not done: a value, never an exception. The kernel's refusals have this form. */
export interface Refusal {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly basis?: LegalBasis;
}

/** What every code means over HTTP, and its law. */
export interface RefusalEntry {
  readonly http: number;
  readonly basis?: LegalBasis;
}

export type Language = 'zh-CN' | 'en';

/** `{name}` in a text stands for the refusal's parameter of that name. */
export interface RefusalText {
  /** One sentence: what is the matter. */
  readonly detail: string;
  /** One sentence: what to do now. */
  readonly nextStep: string;
}

/** One registry for the program: the slices' entries and texts, put together at the start. */
export interface RefusalRegistry {
  readonly entries: Readonly<Record<string, RefusalEntry>>;
  readonly texts: Readonly<Record<Language, Readonly<Record<string, RefusalText>>>>;
}

/** @throws Error when a code is registered twice or lacks a text: found at start, not later */
export function mergeRefusals(...registries: readonly RefusalRegistry[]): RefusalRegistry {
  const entries: Record<string, RefusalEntry> = {};
  const texts = { 'zh-CN': {}, en: {} } as Record<Language, Record<string, RefusalText>>;
  for (const registry of registries) {
    for (const [code, entry] of Object.entries(registry.entries)) {
      if (entries[code] !== undefined) throw new Error(`refusal ${code} is registered twice`);
      entries[code] = entry;
      for (const language of ['zh-CN', 'en'] as const) {
        const text = registry.texts[language][code];
        if (text === undefined) throw new Error(`refusal ${code} has no text in ${language}`);
        texts[language][code] = text;
      }
    }
  }
  return { entries, texts };
}
