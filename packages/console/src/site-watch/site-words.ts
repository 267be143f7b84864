/** Numbers of the site watch as people read them. Pure. */
import type { SiteItem } from '@yichuang/contracts';
import { textKey, type Translate } from '../texts/locale.ts';

const PERCENT = 100;

/** `0.8%（2/240）`, `3 天`, `0`; a dash for what was never measured. */
export function numberOf({ value, unit, of }: SiteItem, t: Translate): string {
  if (value === null) return '—';
  if (unit === 'days') return t('site.days', { n: value });
  if (unit === 'count') return String(value);
  const percent = `${(value * PERCENT).toFixed(1)}%`;
  return of === undefined ? percent : t('site.shareOf', { percent, of });
}

export function thresholdOf({ threshold, unit }: SiteItem, t: Translate): string {
  if (unit === 'share') return `≥ ${threshold * PERCENT}%`;
  return `≥ ${unit === 'days' ? t('site.days', { n: threshold }) : threshold}`;
}

export function elementNames(ids: readonly string[], t: Translate): string {
  return ids
    .map((id) => {
      const key = textKey('site.element', id);
      return key === undefined ? id : t(key);
    })
    .join(t('site.listSeparator'));
}
