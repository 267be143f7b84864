import { lettersApi } from '../api/letters.ts';
import { ImportSheet } from '../import/ImportSheet.tsx';
import { LetterNav } from '../letter-list/LetterNav.tsx';
import { useLocale } from '../session/use-locale.ts';
import { useMay } from '../session/use-session.ts';
import { Page } from '../ui/Page.tsx';
import { ImportOutcome } from './ImportOutcome.tsx';

/** Letters from another system or from paper lists; known ones are not entered twice. */
export function LetterImportPage() {
  const { t } = useLocale();
  const canEnter = useMay('letter:office');
  if (!canEnter) return <Page title={t('letterImport.title')}>{t('state.noRight')}</Page>;
  return (
    <Page title={t('letterImport.title')} lead={t('letterImport.lead')}>
      <LetterNav />
      <ImportSheet
        accept=".xlsx,.csv,.jsonl,text/csv"
        send={lettersApi.importLetters}
        importable={({ added }) => added}
        verb={(n) => t('letterImport.run', { n })}
      >
        {(report) => <ImportOutcome report={report} />}
      </ImportSheet>
    </Page>
  );
}
