import type { ForecastView } from '@yichuang/contracts';
import { html, type HtmlValue } from '../html.ts';
import type { PageContext } from '../page-context.ts';
import { asWritten } from './as-written.ts';

/** What comes next, in one sentence; what may come otherwise is marked. */
export function forecastLine(ctx: PageContext, forecast: readonly ForecastView[]): HtmlValue {
  const { t, locale } = ctx;
  const ahead = forecast.filter((entry) => !entry.isOpen);
  if (ahead.length === 0) return undefined;
  const steps = ahead.map(({ name, isCertain }, i) => [
    i === 0 ? '' : t('progress.then'),
    asWritten(locale, name),
    isCertain ? '' : t('progress.maybe'),
  ]);
  return html`<p class="flow-summary">${t('progress.coming')}${steps}${t('list.stop')}</p>`;
}
