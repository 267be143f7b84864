import { createContext, useContext } from 'react';
import { translator, type Locale, type Translate } from '../texts/locale.ts';

export interface LocaleState {
  readonly locale: Locale;
  readonly t: Translate;
  readonly setLocale: (locale: Locale) => void;
}

export const LocaleContext = createContext<LocaleState>({
  locale: 'zh-CN',
  t: translator('zh-CN'),
  setLocale: () => undefined,
});

export function useLocale(): LocaleState {
  return useContext(LocaleContext);
}
