import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { lettersApi } from '../api/letters.ts';
import { formatPeriod } from '../format/format-period.ts';
import { useLocale } from '../session/use-locale.ts';
import { PdfFrame } from '../ui/PdfFrame.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { lastQuarters } from './periods.ts';

const QUARTERS = 6;

/** 通报: a sealed document of one quarter; it is numbered when it is made, so it is asked for. */
export function CircularReport({ today }: { readonly today: string }) {
  const words = useLocale();
  const { t } = words;
  const quarters = lastQuarters(today, QUARTERS);
  const [quarter, setQuarter] = useState(quarters[0] ?? '');
  const [asked, setAsked] = useState('');
  const file = useQuery({
    queryKey: ['letter-report', 'circular', asked],
    queryFn: () => lettersApi.circular(asked),
    enabled: asked !== '',
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <>
      <div className="circular">
        <SelectField
          label={t('reports.quarter')}
          value={quarter}
          options={quarters.map((value) => ({ value, title: formatPeriod(value, words) }))}
          onChange={setQuarter}
        />
        <Button
          type="primary"
          disabled={quarter === ''}
          loading={file.isFetching}
          onClick={() => setAsked(quarter)}
        >
          {t('reports.makeCircular')}
        </Button>
      </div>
      {file.isError ? (
        <ProblemNotice error={file.error} onRetry={() => void file.refetch()} />
      ) : null}
      {file.data === undefined ? null : (
        <PdfFrame file={file.data} title={t('reports.tab.circular')} />
      )}
    </>
  );
}
