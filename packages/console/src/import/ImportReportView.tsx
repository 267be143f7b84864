import type { ImportReport } from '../api/administration.ts';
import { useLocale } from '../session/use-locale.ts';
import { sortProblems } from './import-report.ts';

const SHOWN = 500;
const COUNTS = ['rows', 'added', 'changed', 'unchanged'] as const;

/** Counts first, then every problem with its row and column. */
export function ImportReportView({ report }: { readonly report: ImportReport }) {
  const { t } = useLocale();
  const { problems } = report;
  return (
    <>
      <dl className="import-counts">
        {COUNTS.map((name) => (
          <div key={name}>
            <dt>{t(`import.count.${name}`)}</dt>
            <dd>{report[name]}</dd>
          </div>
        ))}
      </dl>
      {problems.length === 0 ? (
        <p className="ready">{t('import.noProblems')}</p>
      ) : (
        <table className="plain-table">
          <caption>{t('import.problems', { n: problems.length })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('import.row')}</th>
              <th scope="col">{t('import.column')}</th>
              <th scope="col">{t('import.problem')}</th>
            </tr>
          </thead>
          <tbody>
            {sortProblems(problems)
              .slice(0, SHOWN)
              .map((problem) => (
                <tr key={`${problem.row} ${problem.column} ${problem.code}`}>
                  <td className="tabular">{problem.row}</td>
                  <td>{problem.column ?? problem.cell ?? ''}</td>
                  <td>
                    <span className={`tag tag-${problem.severity}`}>
                      {t(`import.${problem.severity}`)}
                    </span>{' '}
                    {problem.text}
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      )}
      {problems.length > SHOWN ? (
        <p className="quiet">{t('import.rowsShown', { n: SHOWN })}</p>
      ) : null}
    </>
  );
}
