import type { LetterImportReport } from '@yichuang/contracts';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { lettersApi } from '../api/letters.ts';
import { formatBytes } from '../format/format-bytes.ts';
import { LetterNav } from '../letter-list/LetterNav.tsx';
import { useLocale } from '../session/use-locale.ts';
import { useMay } from '../session/use-session.ts';
import { Page } from '../ui/Page.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { ImportOutcome } from './ImportOutcome.tsx';

/** Choose, try, look, then import: no letter is entered before the second button. */
export function LetterImportPage() {
  const { t } = useLocale();
  const canEnter = useMay('letter:office');
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File>();
  const [report, setReport] = useState<LetterImportReport>();
  const [isSending, setIsSending] = useState(false);
  const [error, setError] = useState<unknown>();
  const run = async (isDryRun: boolean, chosen: File | undefined) => {
    if (chosen === undefined) return;
    setIsSending(true);
    setError(undefined);
    try {
      setReport(await lettersApi.importLetters(chosen, isDryRun));
    } catch (caught) {
      setError(caught);
    } finally {
      setIsSending(false);
    }
  };
  if (!canEnter) return <Page title={t('letterImport.title')}>{t('state.noRight')}</Page>;
  return (
    <Page title={t('letterImport.title')} lead={t('letterImport.lead')}>
      <LetterNav />
      <div className="paper import">
        <input
          ref={input}
          type="file"
          className="file-input"
          tabIndex={-1}
          aria-label={t('import.choose')}
          accept=".xlsx,.csv,.jsonl,text/csv"
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            event.target.value = '';
            setFile(chosen);
            setReport(undefined);
            void run(true, chosen);
          }}
        />
        <Button
          type={file === undefined ? 'primary' : 'default'}
          loading={isSending}
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
        {report === undefined ? null : <ImportOutcome report={report} />}
        {report?.isDryRun === true && report.added > 0 ? (
          <Button
            type="primary"
            size="large"
            loading={isSending}
            onClick={() => void run(false, file)}
          >
            {t('letterImport.run', { n: report.added })}
          </Button>
        ) : null}
      </div>
    </Page>
  );
}
