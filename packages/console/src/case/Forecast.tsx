import type { ForecastView } from '@yichuang/contracts';
import { formatDay } from '../format/format-day.ts';
import { useLocale } from '../session/use-locale.ts';
import { forecastRows } from './forecast-rows.ts';

/** What comes next, with whom and until when; what may come otherwise is marked. */
export function Forecast({ entries }: { readonly entries: readonly ForecastView[] }) {
  const { t, locale } = useLocale();
  const rows = forecastRows(entries);
  if (rows.length === 0) return null;
  return (
    <section className="side-section" aria-label={t('forecast.title')}>
      <h2>{t('forecast.title')}</h2>
      <ol className="forecast">
        {rows.map(({ entry, relation }) => (
          <li key={entry.nodeId} className={entry.isCertain ? '' : 'forecast-maybe'}>
            {relation === undefined ? null : (
              <span className="forecast-word">{t(`forecast.${relation}`)}</span>
            )}{' '}
            <span className="forecast-name">{entry.name}</span>
            {entry.isCertain || relation === 'or' ? null : (
              <span className="forecast-word"> {t('forecast.maybe')}</span>
            )}
            {entry.kind === 'wait' ? (
              <span className="forecast-word"> {t('forecast.wait')}</span>
            ) : null}
            <div className="quiet">
              {[
                ...(entry.holderNames.length > 0 ? entry.holderNames : entry.postNames),
                ...(entry.maySkip ? [t('forecast.maySkip')] : []),
                ...(entry.expectedOn === undefined
                  ? []
                  : [t('forecast.by', { day: formatDay(entry.expectedOn, locale) })]),
              ].join(t('list.comma'))}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
