import type { UnsolvedReport } from '@yichuang/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lettersApi } from '../api/letters.ts';
import { useLocale } from '../session/use-locale.ts';
import { Light } from '../ui/Light.tsx';
import { lastMonths } from './periods.ts';
import { ReportState } from './ReportState.tsx';

interface LongUnsolvedProps {
  readonly month: string;
  readonly today: string;
  readonly onMonth: (month: string) => void;
}

const MONTHS = 12;

/** Letters that have been open, late or reopened for long, each with why it is here. */
export function LongUnsolved({ month, today, onMonth }: LongUnsolvedProps) {
  const { t } = useLocale();
  const query = useQuery({
    queryKey: ['letter-report', 'unsolved', month],
    queryFn: () => lettersApi.longUnsolved(month),
  });
  return (
    <>
      <div className="period-bar">
        <label className="filter-day">
          {t('reports.month')}{' '}
          <select
            className="select"
            value={month}
            onChange={(event) => onMonth(event.target.value)}
          >
            {[...new Set([month, ...lastMonths(today, MONTHS)])].map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </label>
      </div>
      <ReportState query={query}>{(report) => <UnsolvedView report={report} />}</ReportState>
    </>
  );
}

export function UnsolvedView({ report }: { readonly report: UnsolvedReport }) {
  const { t } = useLocale();
  if (report.rows.length === 0) return <p className="ready">{t('reports.noneUnsolved')}</p>;
  return (
    <div className="table-scroll">
      <table className="plain-table report-table">
        <caption>{t('reports.tab.unsolved')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('inbox.light')}</th>
            <th scope="col">{t('letters.title')}</th>
            <th scope="col">{t('letters.leadUnit')}</th>
            <th scope="col">{t('reports.daysOpen')}</th>
            <th scope="col">{t('reports.daysLate')}</th>
            <th scope="col">{t('reports.reopenings')}</th>
            <th scope="col">{t('reports.supervisions')}</th>
            <th scope="col">{t('reports.why')}</th>
          </tr>
        </thead>
        <tbody>
          {report.rows.map((row) => (
            <tr key={row.caseId}>
              <td>
                <Light light={row.light} />
              </td>
              <td>
                <Link to="/cases/$caseId" params={{ caseId: row.caseId }}>
                  {row.title}
                </Link>
                <div className="quiet tabular">{row.number}</div>
              </td>
              <td>{row.unit}</td>
              <td className="tabular">{row.daysOpen}</td>
              <td className="tabular">{row.daysLate}</td>
              <td className="tabular">{row.reopenings}</td>
              <td className="tabular">{row.supervisions}</td>
              <td>{row.why}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
