import { Button } from 'antd';
import { useState } from 'react';
import { lettersApi } from '../api/letters.ts';
import { useLocale } from '../session/use-locale.ts';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { printPdf } from './print-pdf.ts';

/** The sender's password, onto paper: it is never text of this page. */
export function SlipButton({ caseId }: { readonly caseId: string }) {
  const { t } = useLocale();
  const [isPrinting, setIsPrinting] = useState(false);
  const [error, setError] = useState<unknown>();
  const print = async () => {
    setIsPrinting(true);
    setError(undefined);
    try {
      const slip = await lettersApi.slip(caseId);
      if (slip !== undefined) printPdf(slip);
    } catch (caught) {
      setError(caught);
    } finally {
      setIsPrinting(false);
    }
  };
  return (
    <>
      <Button loading={isPrinting} onClick={() => void print()}>
        {t('entry.slip')}
      </Button>
      {error === undefined ? null : <ProblemNotice error={error} />}
    </>
  );
}
