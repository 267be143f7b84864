import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { formatBytes } from '../format/format-bytes.ts';
import { useLocale } from '../session/use-locale.ts';
import { FileButton } from '../ui/FileButton.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';

interface ImportSheetProps<R> {
  readonly accept: string;
  readonly send: (file: File, isDryRun: boolean) => Promise<R>;
  /** How many rows the import itself would write; with none it is not offered. */
  readonly importable: (report: R) => number;
  readonly verb: (n: number) => string;
  readonly children: (report: R, isDone: boolean) => ReactNode;
}

/** Choose, try, look, then import: nothing changes before the second button. */
export function ImportSheet<R>(props: ImportSheetProps<R>) {
  const { accept, send, importable, verb, children } = props;
  const { t } = useLocale();
  const [file, setFile] = useState<File>();
  const [report, setReport] = useState<R>();
  const [stage, setStage] = useState<'chosen' | 'tried' | 'done'>('chosen');
  const [isSending, setIsSending] = useState(false);
  const [error, setError] = useState<unknown>();
  const run = async (isDryRun: boolean, chosen: File) => {
    setIsSending(true);
    setError(undefined);
    try {
      setReport(await send(chosen, isDryRun));
      setStage(isDryRun ? 'tried' : 'done');
    } catch (caught) {
      setError(caught);
    } finally {
      setIsSending(false);
    }
  };
  const rows = report === undefined || stage !== 'tried' ? 0 : importable(report);
  return (
    <div className="paper import">
      <FileButton
        label={t('import.choose')}
        accept={accept}
        type={file === undefined ? 'primary' : 'default'}
        loading={isSending && stage === 'chosen'}
        onChoose={(chosen) => {
          setFile(chosen);
          setReport(undefined);
          setStage('chosen');
          void run(true, chosen);
        }}
      >
        {t(file === undefined ? 'import.choose' : 'import.other')}
      </FileButton>
      {file === undefined ? null : (
        <span className="import-name">
          {t('import.chosen', { name: file.name, size: formatBytes(file.size) })}
        </span>
      )}
      {error === undefined ? null : <ProblemNotice error={error} />}
      {report === undefined ? null : children(report, stage === 'done')}
      {file === undefined || rows === 0 ? null : (
        <Button
          type="primary"
          size="large"
          loading={isSending}
          onClick={() => void run(false, file)}
        >
          {verb(rows)}
        </Button>
      )}
    </div>
  );
}
