import type { LetterStatistics } from '@yichuang/contracts';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { lettersApi, type Period } from '../api/letters.ts';
import { Plot } from '../plots/Plot.tsx';
import { useLocale } from '../session/use-locale.ts';
import { textKey } from '../texts/locale.ts';
import { numberText, shareText } from './figures.ts';
import { ReportState } from './ReportState.tsx';

/** How many, of what kind, from where, and how they were answered: pictures with their tables. */
export function Statistics({ period }: { readonly period: Period }) {
  const query = useQuery({
    queryKey: ['letter-report', 'statistics', period],
    queryFn: () => lettersApi.statistics(period),
  });
  return <ReportState query={query}>{(report) => <StatisticsView report={report} />}</ReportState>;
}

const GROUPS = ['byKind', 'byCategory', 'byDivision', 'byChannel'] as const;

export function StatisticsView({ report }: { readonly report: LetterStatistics }) {
  const { t } = useLocale();
  const big: readonly (readonly [string, string])[] = [
    [t('reports.received'), String(report.received)],
    [t('reports.answered'), String(report.answered)],
    [t('reports.onTime'), shareText(report.onTimeShare)],
    [t('reports.satisfied'), shareText(report.satisfiedShare)],
    [t('reports.rated'), shareText(report.ratedShare)],
    [t('reports.medianDays'), numberText(report.medianDays)],
  ];
  return (
    <>
      <dl className="import-counts">
        {big.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Bars
        title={t('reports.byWeek')}
        rows={report.byWeek.map(({ week, received }) => ({ name: week.slice(5), count: received }))}
        layout="down"
      />
      <div className="report-grid">
        {GROUPS.map((group) => (
          <Bars
            key={group}
            title={t(`reports.${group}`)}
            rows={report[group].map(({ key, name, count }) => {
              const known = textKey('letterKind', key) ?? textKey('letterChannel', key);
              return { name: known === undefined ? name : t(known), count };
            })}
            layout="across"
          />
        ))}
      </div>
    </>
  );
}

interface BarsProps {
  readonly title: string;
  readonly rows: readonly { readonly name: string; readonly count: number }[];
  readonly layout: 'down' | 'across';
}

/** There are no half letters. */
function wholeText(value: number): string {
  return Number.isInteger(value) ? String(value) : '';
}

const ROW_PX = 28;
const MOST_ROWS = 12;

function Bars({ title, rows, layout }: BarsProps) {
  const { t } = useLocale();
  const wish = useMemo(
    () => ({
      layout,
      axisText: wholeText,
      bars: rows.slice(0, layout === 'across' ? MOST_ROWS : rows.length).map((row) => ({
        name: row.name,
        value: row.count,
        text: `${row.name} ${row.count}`,
        isMarked: false,
      })),
    }),
    [rows, layout],
  );
  if (rows.length === 0) return null;
  const height = layout === 'down' ? 200 : 48 + wish.bars.length * ROW_PX;
  return (
    <section className="paper report-part" aria-label={title}>
      <h2>{title}</h2>
      <Plot wish={wish} height={height} />
      <details>
        <summary>{t('rehearsal.asTable')}</summary>
        <table className="plain-table">
          <caption>{title}</caption>
          <tbody>
            {rows.map(({ name, count }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className="tabular">{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
