import type { FigureRow, IndicatorInfo, IndicatorSeries } from '@yichuang/contracts';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { indicatorsApi, type FigureQuery } from '../api/indicators.ts';
import { Plot } from '../plots/Plot.tsx';
import { useLocale } from '../session/use-locale.ts';
import { SelectField } from '../ui/SelectField.tsx';
import { valueText } from './figure-text.ts';

interface OfficePlotsProps {
  readonly rows: readonly FigureRow[];
  readonly indicators: readonly IndicatorInfo[];
  readonly query: FigureQuery;
}

const ROW_PX = 26;
const MOST_ROWS = 20;

/** One indicator as pictures: office beside office, and period after period. */
export function OfficePlots({ rows, indicators, query }: OfficePlotsProps) {
  const { t } = useLocale();
  const [chosen, setChosen] = useState('');
  const indicator = indicators.find(({ id }) => id === chosen) ?? indicators[0];
  const series = useQuery({
    queryKey: ['indicators', 'series', query, indicator?.id],
    queryFn: () => indicatorsApi.series({ ...query, indicator: indicator?.id ?? '' }),
    enabled: indicator !== undefined,
  });
  if (indicator === undefined) return null;
  return (
    <section className="paper report-part" aria-label={t('indicators.plots')}>
      <SelectField
        label={t('indicators.plotted')}
        value={indicator.id}
        options={indicators.map(({ id, name }) => ({ value: id, title: name }))}
        onChange={setChosen}
      />
      <div className="report-grid">
        <OfficeBars rows={rows} indicator={indicator} />
        {series.data === undefined ? null : (
          <SeriesBars series={series.data} indicator={indicator} />
        )}
      </div>
    </section>
  );
}

function OfficeBars({
  rows,
  indicator,
}: {
  readonly rows: readonly FigureRow[];
  readonly indicator: IndicatorInfo;
}) {
  const { t } = useLocale();
  const { id, kind } = indicator;
  const wish = useMemo(() => {
    const bars = rows
      .flatMap(({ name, figures }) => {
        const value = figures[id]?.value;
        if (value === undefined) return [];
        return [{ name, value, text: `${name} ${valueText(value, kind)}`, isMarked: false }];
      })
      .slice(0, MOST_ROWS);
    return { bars, layout: 'across', axisText: axisOf(kind) } as const;
  }, [rows, id, kind]);
  if (wish.bars.length === 0) return <p className="quiet">{t('indicators.noRows')}</p>;
  return <Plot wish={wish} height={48 + wish.bars.length * ROW_PX} />;
}

function SeriesBars({
  series,
  indicator,
}: {
  readonly series: IndicatorSeries;
  readonly indicator: IndicatorInfo;
}) {
  const { t } = useLocale();
  const { kind } = indicator;
  const wish = useMemo(() => {
    const bars = series.points.map(({ from, figure }) => ({
      name: from.slice(0, 7),
      value: figure.value ?? 0,
      text: `${from} ${valueText(figure.value, kind)}`,
      isMarked: false,
    }));
    return { bars, layout: 'down', axisText: axisOf(kind) } as const;
  }, [series, kind]);
  return (
    <div>
      <Plot wish={wish} height={220} />
      <details>
        <summary>{t('indicators.seriesTable')}</summary>
        <table className="plain-table">
          <caption>{t('indicators.seriesTable')}</caption>
          <tbody>
            {series.points.map(({ from, until, figure }) => (
              <tr key={from}>
                <th scope="row">
                  {from} — {until}
                </th>
                <td className="tabular">{valueText(figure.value, kind)}</td>
                <td className="tabular quiet">n={figure.per ?? figure.of}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}

function axisOf(kind: IndicatorInfo['kind']): (value: number) => string {
  return kind === 'share' ? (value) => `${Math.round(value * 100)}%` : String;
}
