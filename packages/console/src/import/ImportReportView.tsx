import { useLocale } from '../session/use-locale.ts';

interface ImportReportViewProps {
  /** Written, not only tried. */
  readonly isDone: boolean;
  readonly counts: readonly { readonly name: string; readonly n: number }[];
  readonly problems: readonly Problem[];
}

interface Problem {
  readonly row: number;
  readonly column?: string;
  readonly cell?: string;
  readonly code: string;
  readonly text: string;
  /** Absent where every problem only leaves its own row out. */
  readonly severity?: 'error' | 'warning';
}

const SHOWN = 500;

/** Counts first, then every problem with its row and column. */
export function ImportReportView({ isDone, counts, problems }: ImportReportViewProps) {
  const { t } = useLocale();
  return (
    <>
      <h2 role="status">{t(isDone ? 'import.done' : 'import.dryRunDone')}</h2>
      <dl className="import-counts">
        {counts.map(({ name, n }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{n}</dd>
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
            {problems.slice(0, SHOWN).map(({ row, column, cell, code, text, severity }) => (
              <tr key={`${row} ${column} ${code}`}>
                <td className="tabular">{row}</td>
                <td>{column ?? cell ?? ''}</td>
                <td>
                  {severity === undefined ? null : (
                    <span className={`tag tag-${severity}`}>{t(`import.${severity}`)}</span>
                  )}{' '}
                  {text}
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
