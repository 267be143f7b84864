import type { LetterImportReport } from '@yichuang/contracts';
import { useLocale } from '../session/use-locale.ts';

const SHOWN = 500;
const COUNTS = ['rows', 'added', 'known'] as const;

/** Counts first, then every problem with its row and column. */
export function ImportOutcome({ report }: { readonly report: LetterImportReport }) {
  const { t } = useLocale();
  const { isDryRun, problems } = report;
  return (
    <>
      <h2 role="status">{t(isDryRun ? 'import.dryRunDone' : 'import.done')}</h2>
      <dl className="import-counts">
        {COUNTS.map((name) => (
          <div key={name}>
            <dt>{t(`letterImport.${name}`)}</dt>
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
            {problems.slice(0, SHOWN).map(({ row, column, code, text }) => (
              <tr key={`${row} ${column} ${code}`}>
                <td className="tabular">{row}</td>
                <td>{column}</td>
                <td>{text}</td>
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
