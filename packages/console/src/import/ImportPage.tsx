import { Button } from 'antd';
import { administrationApi } from '../api/administration.ts';
import { useLocale } from '../session/use-locale.ts';
import { useMay } from '../session/use-session.ts';
import { Page } from '../ui/Page.tsx';
import { ImportReportView } from './ImportReportView.tsx';
import { ImportSheet } from './ImportSheet.tsx';
import { importable, sortProblems } from './import-report.ts';

const COUNTS = ['rows', 'added', 'changed', 'unchanged'] as const;

/** The catalogue of items from a sheet, and back into one. */
export function ImportPage() {
  const { t } = useLocale();
  const canAdminister = useMay('item:import');
  if (!canAdminister) {
    return <Page title={t('import.title')}>{t('state.noRight')}</Page>;
  }
  return (
    <Page
      title={t('import.title')}
      lead={t('import.lead')}
      actions={
        <span className="export" role="group" aria-label={t('import.export')}>
          <Button href={administrationApi.exportUrl('csv')}>{t('import.exportCsv')}</Button>
          <Button href={administrationApi.exportUrl('xlsx')}>{t('import.exportXlsx')}</Button>
        </span>
      }
    >
      <ImportSheet
        accept=".csv,.xlsx,text/csv"
        send={administrationApi.importItems}
        importable={importable}
        verb={(n) => t('import.run', { n })}
      >
        {(report, isDone) => (
          <>
            <ImportReportView
              isDone={isDone}
              counts={COUNTS.map((name) => ({ name: t(`import.count.${name}`), n: report[name] }))}
              problems={sortProblems(report.problems)}
            />
            {report.problems.some(({ severity }) => severity === 'error') ? (
              <p className="notice notice-soft">{t('import.broken')}</p>
            ) : null}
          </>
        )}
      </ImportSheet>
    </Page>
  );
}
