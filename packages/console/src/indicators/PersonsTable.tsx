import type { PersonReport } from '@yichuang/contracts';
import { useQuery } from '@tanstack/react-query';
import { indicatorsApi, type FigureQuery } from '../api/indicators.ts';
import { ReportState } from '../letter-reports/ReportState.tsx';
import { useLocale } from '../session/use-locale.ts';
import { TableScroll } from '../ui/TableScroll.tsx';
import { valueText } from './figure-text.ts';

const COLUMNS = [
  'name',
  'office',
  'decided',
  'onTime',
  'late',
  'median',
  'rejected',
  'batch',
  'inPlace',
] as const;

/** What each person decided; only for who watches and for the leader of the office. */
export function PersonsTable({ query }: { readonly query: FigureQuery }) {
  const report = useQuery({
    queryKey: ['indicators', 'persons', query],
    queryFn: () => indicatorsApi.persons(query),
  });
  return <ReportState query={report}>{(found) => <PersonsView report={found} />}</ReportState>;
}

function PersonsView({ report: { rows } }: { readonly report: PersonReport }) {
  const { t } = useLocale();
  if (rows.length === 0) return <p className="quiet">{t('indicators.noRows')}</p>;
  return (
    <>
      <p className="quiet">{t('indicators.personsLead')}</p>
      <TableScroll label={t('indicators.tab.persons')}>
        <table className="plain-table report-table">
          <caption>{t('indicators.tab.persons')}</caption>
          <thead>
            <tr>
              {COLUMNS.map((name) => (
                <th key={name} scope="col">
                  {t(`indicators.person.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.personId} ${row.orgName}`}>
                <th scope="row">{row.name}</th>
                <td>{row.orgName}</td>
                <td className="tabular">{row.decided}</td>
                <td className="tabular">
                  {valueText(row.onTimeShare, 'share')}{' '}
                  <span className="quiet cell-n">n={row.withLimit}</span>
                </td>
                <td className="tabular">{row.late}</td>
                <td className="tabular">{valueText(row.medianWorkingDays, 'median')}</td>
                <td className="tabular">{row.rejected}</td>
                <td className="tabular">{row.inBatch}</td>
                <td className="tabular">{row.inOthersPlace}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </>
  );
}
