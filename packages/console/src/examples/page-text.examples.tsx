import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRouter,
  RouterContextProvider,
} from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { LocaleContext } from '../session/use-locale.ts';
import { translator, type Locale } from '../texts/locale.ts';

/** A part of a page as HTML, in a language, with links that lead where they say. */
export function htmlOf(part: ReactElement, locale: Locale = 'zh-CN'): string {
  const value = { locale, t: translator(locale), setLocale: () => undefined };
  const router = createRouter({
    routeTree: createRootRoute(),
    history: createMemoryHistory(),
    basepath: '/console',
  });
  return renderToStaticMarkup(
    <RouterContextProvider router={router}>
      <LocaleContext value={value}>
        <QueryClientProvider client={new QueryClient()}>{part}</QueryClientProvider>
      </LocaleContext>
    </RouterContextProvider>,
  );
}

/** Its words, the cells and lines of it apart. */
export function wordsOf(part: ReactElement, locale: Locale = 'zh-CN'): string {
  return htmlOf(part, locale)
    .replaceAll(/<\/(?:td|th|caption|h\d|summary|p|dt|dd|li|div|q)>/gu, ' | ')
    .replaceAll(/<[^>]*>/gu, '')
    .replaceAll('&#x27;', '’')
    .replaceAll(/\s+/gu, ' ');
}
