import type { ForecastView } from '@yichuang/contracts';
import { formatDay } from '../format/format-day.ts';
import { useLocale } from '../session/use-locale.ts';
import { forecastRows, type ForecastRow } from './forecast-rows.ts';

/**
 * What comes next, with whom and until when; what may come otherwise is marked. Folded to its first
 * line: nobody has to do anything about it yet, and the acts below must stay in sight.
 */
export function Forecast({ entries }: { readonly entries: readonly ForecastView[] }) {
  const { t } = useLocale();
  const rows = forecastRows(entries);
  const [first] = rows;
  if (first === undefined) return null;
  return (
    <section className="side-section" aria-label={t('forecast.title')}>
      <h2>{t('forecast.title')}</h2>
      <details className="forecast">
        <summary>
          {first.entry.name}
          {first.entry.isCertain ? '' : ` ${t('forecast.maybe')}`}
          {rows.length === 1 ? null : (
            <span className="quiet"> {t('forecast.more', { n: rows.length - 1 })}</span>
          )}
        </summary>
        <ol>
          {rows.map((row) => (
            <Row key={row.entry.nodeId} {...row} />
          ))}
        </ol>
      </details>
    </section>
  );
}

function Row({ entry, relation }: ForecastRow) {
  const { t, locale } = useLocale();
  const facts = [
    ...(entry.holderNames.length > 0 ? entry.holderNames : entry.postNames),
    ...(entry.maySkip ? [t('forecast.maySkip')] : []),
    ...(entry.expectedOn === undefined
      ? []
      : [t('forecast.by', { day: formatDay(entry.expectedOn, locale) })]),
  ];
  return (
    <li className={entry.isCertain ? '' : 'forecast-maybe'}>
      {relation === undefined ? null : (
        <span className="forecast-word">{t(`forecast.${relation}`)} </span>
      )}
      <span className="forecast-name">{entry.name}</span>
      {entry.isCertain || relation === 'or' ? null : (
        <span className="forecast-word"> {t('forecast.maybe')}</span>
      )}
      {facts.length === 0 ? null : <div className="quiet">{facts.join(t('list.comma'))}</div>}
    </li>
  );
}
