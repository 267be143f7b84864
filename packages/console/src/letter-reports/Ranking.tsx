import type { RankingReport } from '@yichuang/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lettersApi, type Period } from '../api/letters.ts';
import { useLocale } from '../session/use-locale.ts';
import { numberText, shareText } from './figures.ts';
import { ReportState } from './ReportState.tsx';

/** Units by what can be counted: on time, quality, satisfaction; the formula stands above. */
export function Ranking({ period }: { readonly period: Period }) {
  const query = useQuery({
    queryKey: ['letter-report', 'ranking', period],
    queryFn: () => lettersApi.ranking(period),
  });
  return <ReportState query={query}>{(report) => <RankingView report={report} />}</ReportState>;
}

export function RankingView({ report }: { readonly report: RankingReport }) {
  const { t } = useLocale();
  const { from, until, formula, units } = report;
  if (units.length === 0) return <p className="quiet">{t('reports.noFigures')}</p>;
  return (
    <>
      <p className="quiet report-formula">{t('reports.formula', { formula })}</p>
      <div className="table-scroll">
        <table className="plain-table report-table">
          <caption>{t('reports.tab.ranking')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('reports.rank')}</th>
              <th scope="col">{t('letters.leadUnit')}</th>
              <th scope="col">{t('reports.score')}</th>
              <th scope="col">{t('reports.received')}</th>
              <th scope="col">{t('reports.answered')}</th>
              <th scope="col">{t('reports.onTime')}</th>
              <th scope="col">{t('reports.quality')}</th>
              <th scope="col">{t('reports.satisfied')}</th>
              <th scope="col">{t('reports.medianDays')}</th>
            </tr>
          </thead>
          <tbody>
            {units.map((unit) => (
              <tr key={unit.orgId}>
                <td className="tabular">{unit.rank}</td>
                <th scope="row">
                  <Link to="/letters" search={{ unitId: unit.orgId, from, until }}>
                    {unit.name}
                  </Link>
                </th>
                <td className="tabular">{numberText(unit.score)}</td>
                <td className="tabular">{unit.received}</td>
                <td className="tabular">{unit.answered}</td>
                <td className="tabular">{shareText(unit.onTimeShare)}</td>
                <td className="tabular">{shareText(unit.qualityShare)}</td>
                <td className="tabular">
                  {shareText(unit.satisfiedShare)}{' '}
                  <span className="quiet">{t('reports.ofRated', { n: unit.rated })}</span>
                </td>
                <td className="tabular">{numberText(unit.medianDays)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
