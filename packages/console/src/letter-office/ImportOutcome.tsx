import type { LetterImportReport } from '@yichuang/contracts';
import { ImportReportView } from '../import/ImportReportView.tsx';
import { useLocale } from '../session/use-locale.ts';

const COUNTS = ['rows', 'added', 'known'] as const;

export function ImportOutcome({ report }: { readonly report: LetterImportReport }) {
  const { t } = useLocale();
  return (
    <ImportReportView
      isDone={!report.isDryRun}
      counts={COUNTS.map((name) => ({ name: t(`letterImport.${name}`), n: report[name] }))}
      problems={report.problems}
    />
  );
}
