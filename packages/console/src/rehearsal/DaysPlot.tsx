import type { RehearsalResult } from '@yichuang/contracts';
import { useMemo } from 'react';
import { useLocale } from '../session/use-locale.ts';
import { binName, percentText } from './figures.ts';
import { Plot } from '../plots/Plot.tsx';

/** How many working days cases take: the picture, and the same as a table. */
export function DaysPlot({ result }: { readonly result: RehearsalResult }) {
  const { t } = useLocale();
  const { bins, cases, limits } = result;
  const rows = useMemo(
    () =>
      bins.map((bin) => ({
        name: binName(bin),
        share: bin.cases / Math.max(1, cases),
      })),
    [bins, cases],
  );
  const wish = useMemo(
    () => ({
      layout: 'down' as const,
      axisText: percentText,
      bars: rows.map(({ name, share }) => ({
        name,
        value: share,
        text: t('rehearsal.barDays', { days: name, share: percentText(share) }),
        isMarked: false,
      })),
    }),
    [rows, t],
  );
  return (
    <section className="paper" aria-labelledby="rehearsal-days">
      <h2 id="rehearsal-days">{t('rehearsal.days')}</h2>
      {limits.length === 0 ? null : <p className="quiet">{t('rehearsal.fromFiling')}</p>}
      <Plot wish={wish} height={220} />
      <details>
        <summary>{t('rehearsal.asTable')}</summary>
        <table className="plain-table">
          <caption>{t('rehearsal.days')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('rehearsal.workingDays')}</th>
              <th scope="col">{t('rehearsal.shareOfCases')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, share }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{percentText(share)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
