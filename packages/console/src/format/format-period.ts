import type { Locale, Translate } from '../texts/locale.ts';

/** `2026-11`, `2026-Q4`, `2026-H2`, `2026` as people call them: '2026年第4季度' or 'Q4 2026'. */
export function formatPeriod(
  name: string,
  words: { readonly t: Translate; readonly locale: Locale },
): string {
  const { t, locale } = words;
  const [year = '', part = ''] = name.split('-');
  const n = part.slice(1);
  if (part === '') return t('period.year', { year });
  if (part.startsWith('Q')) return t('period.quarter', { year, n });
  if (part.startsWith('H'))
    return t(n === '1' ? 'period.firstHalf' : 'period.secondHalf', { year });
  const month = new Date(`${name}-01T00:00:00Z`);
  const options = { timeZone: 'UTC', year: 'numeric', month: 'long' } as const;
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', options).format(month);
}
