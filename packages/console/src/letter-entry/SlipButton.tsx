import { Button } from 'antd';
import { useState } from 'react';
import { lettersApi } from '../api/letters.ts';
import { useLocale } from '../session/use-locale.ts';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { printPdf } from './print-pdf.ts';

interface SlipButtonProps {
  readonly caseId: string;
  /** What was seen of who lost theirs; absent for the first slip, by who entered the letter. */
  readonly seen?: string;
}

/** The sender's password, onto paper: it is never text of this page. */
export function SlipButton({ caseId, seen }: SlipButtonProps) {
  const { t } = useLocale();
  const [isPrinting, setIsPrinting] = useState(false);
  const [error, setError] = useState<unknown>();
  const print = async () => {
    setIsPrinting(true);
    setError(undefined);
    try {
      const slip = await (seen === undefined
        ? lettersApi.slip(caseId)
        : lettersApi.slipAgain(caseId, seen));
      if (slip !== undefined) printPdf(slip);
    } catch (caught) {
      setError(caught);
    } finally {
      setIsPrinting(false);
    }
  };
  return (
    <>
      <Button
        loading={isPrinting}
        disabled={seen !== undefined && seen.trim().length < SHORTEST}
        onClick={() => void print()}
      >
        {t('entry.slip')}
      </Button>
      {error === undefined ? null : <ProblemNotice error={error} />}
    </>
  );
}

/** Of the words about what was seen, in characters. */
const SHORTEST = 4;
