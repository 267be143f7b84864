import type { Locale } from '../texts/locale.ts';

/** What one person likes on one machine; nothing here is about a case. */
export interface Settings {
  readonly locale: Locale;
  /** 办完自动打开下一件. */
  readonly opensNext: boolean;
}

const KEY = 'yichuang.console';
const initial: Settings = { locale: 'zh-CN', opensNext: true };

/** Storage may be switched off or full: then the settings last as long as the page. */
export function readSettings(storage: Pick<Storage, 'getItem'>): Settings {
  try {
    return parseSettings(storage.getItem(KEY));
  } catch {
    return initial;
  }
}

export function parseSettings(text: string | null): Settings {
  if (text === null) return initial;
  const found: unknown = JSON.parse(text);
  if (typeof found !== 'object' || found === null) return initial;
  const { locale, opensNext } = found as Partial<Record<keyof Settings, unknown>>;
  return {
    locale: locale === 'en' ? 'en' : 'zh-CN',
    opensNext: opensNext !== false,
  };
}

export function writeSettings(storage: Pick<Storage, 'setItem'>, settings: Settings): void {
  try {
    storage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // See readSettings: a full or forbidden storage is no reason to stop working.
  }
}
