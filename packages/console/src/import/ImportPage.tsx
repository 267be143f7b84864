import { Button } from 'antd';
import { useRef, useState } from 'react';
import { administrationApi, type ImportReport } from '../api/administration.ts';
import { formatBytes } from '../format/format-bytes.ts';
import { useLocale } from '../session/use-locale.ts';
import { useMay } from '../session/use-session.ts';
import { Page } from '../ui/Page.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { ImportReportView } from './ImportReportView.tsx';
import { importable } from './import-report.ts';

/** Choose, try, look, then import: nothing changes before the second button. */
export function ImportPage() {
  const { t } = useLocale();
  const canAdminister = useMay('item:import');
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File>();
  const [report, setReport] = useState<ImportReport>();
  const [stage, setStage] = useState<'chosen' | 'tried' | 'done'>('chosen');
  const [isSending, setIsSending] = useState(false);
  const [error, setError] = useState<unknown>();
  const run = async (isDryRun: boolean, chosen = file) => {
    if (chosen === undefined) return;
    setIsSending(true);
    setError(undefined);
    try {
      setReport(await administrationApi.importItems(chosen, isDryRun));
      setStage(isDryRun ? 'tried' : 'done');
    } catch (caught) {
      setError(caught);
    } finally {
      setIsSending(false);
    }
  };
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
      <div className="paper import">
        <input
          ref={input}
          type="file"
          className="file-input"
          tabIndex={-1}
          aria-label={t('import.choose')}
          accept=".csv,.xlsx,text/csv"
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            event.target.value = '';
            setFile(chosen);
            setReport(undefined);
            setStage('chosen');
            void run(true, chosen);
          }}
        />
        <Button
          type={file === undefined ? 'primary' : 'default'}
          loading={isSending && stage === 'chosen'}
          onClick={() => input.current?.click()}
        >
          {t(file === undefined ? 'import.choose' : 'import.other')}
        </Button>
        {file === undefined ? null : (
          <span className="import-name">
            {t('import.chosen', { name: file.name, size: formatBytes(file.size) })}
          </span>
        )}
        {error === undefined ? null : <ProblemNotice error={error} />}
        {report === undefined ? null : (
          <>
            <h2 role="status">{t(stage === 'done' ? 'import.done' : 'import.dryRunDone')}</h2>
            <ImportReportView report={report} />
            {report.problems.some(({ severity }) => severity === 'error') ? (
              <p className="notice notice-soft">{t('import.broken')}</p>
            ) : null}
            {stage === 'tried' && importable(report) > 0 ? (
              <Button
                type="primary"
                size="large"
                loading={isSending}
                onClick={() => void run(false)}
              >
                {t('import.run', { n: importable(report) })}
              </Button>
            ) : null}
          </>
        )}
      </div>
    </Page>
  );
}
