import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { indicatorsApi } from '../api/indicators.ts';
import { useLocale } from '../session/use-locale.ts';
import { PdfFrame } from '../ui/PdfFrame.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';

/** 通报: a draft until the assessment is published, then a sealed document that stays. */
export function CircularTab({ period }: { readonly period: string }) {
  const { t } = useLocale();
  const [asked, setAsked] = useState('');
  const file = useQuery({
    queryKey: ['indicators', 'circular', asked],
    queryFn: () => indicatorsApi.circular(asked),
    enabled: asked !== '',
    // A draft may have become a document meanwhile.
    gcTime: 0,
  });
  return (
    <>
      <p className="quiet report-formula">{t('indicators.circularLead')}</p>
      <Button type="primary" loading={file.isFetching} onClick={() => setAsked(period)}>
        {t('indicators.makeCircular')}
      </Button>
      {file.isError ? (
        <ProblemNotice error={file.error} onRetry={() => void file.refetch()} />
      ) : null}
      {file.data === undefined || asked !== period ? null : (
        <PdfFrame file={file.data} title={t('indicators.tab.circular')} />
      )}
    </>
  );
}
