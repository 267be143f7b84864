import type { RehearsalResult } from '@yichuang/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { useState } from 'react';
import { rehearsalApi } from '../api/rehearsal.ts';
import { formatDay } from '../format/format-day.ts';
import { useLocale } from '../session/use-locale.ts';
import { useMay } from '../session/use-session.ts';
import { Page } from '../ui/Page.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { DaysPlot } from './DaysPlot.tsx';
import { PlanForm } from './PlanForm.tsx';
import { valuesOf, wishOf, type PlanValues } from './plan-values.ts';
import { PostsPlot } from './PostsPlot.tsx';
import './rehearsal.css';

/** Runs at once with what is known, so that there is something to correct instead of a form. */
export function RehearsalPage() {
  const { t } = useLocale();
  const { itemCode } = useParams({ from: '/rehearsal/$itemCode' });
  const canDesign = useMay('item:design');
  const first = useQuery({
    queryKey: ['rehearsal', itemCode],
    queryFn: () => rehearsalApi.run(itemCode, {}),
    staleTime: Infinity,
    enabled: canDesign,
  });
  if (!canDesign) return <Page title={t('rehearsal.title')}>{t('state.noRight')}</Page>;
  if (first.error !== null) {
    return (
      <Page title={t('rehearsal.title')}>
        <ProblemNotice error={first.error} onRetry={() => void first.refetch()} />
      </Page>
    );
  }
  if (first.data === undefined) {
    return (
      <Page title={t('rehearsal.title')} lead={t('rehearsal.running')}>
        <Skeleton active />
      </Page>
    );
  }
  return <Rehearsed key={itemCode} itemCode={itemCode} first={first.data} />;
}

interface RehearsedProps {
  readonly itemCode: string;
  readonly first: RehearsalResult;
}

function Rehearsed({ itemCode, first }: RehearsedProps) {
  const { t } = useLocale();
  const [result, setResult] = useState(first);
  const [values, setValues] = useState<PlanValues>(() => valuesOf(first.plan));
  const again = useMutation({
    mutationFn: () => rehearsalApi.run(itemCode, wishOf(result.plan, values)),
    onSuccess: (next) => {
      setResult(next);
      setValues(valuesOf(next.plan));
    },
  });
  return (
    <Page title={t('rehearsal.titleOf', { item: result.plan.itemName })} lead={t('rehearsal.lead')}>
      <div className="rehearsal">
        <div className="rehearsal-result" aria-busy={again.isPending}>
          {again.error === null ? null : <ProblemNotice error={again.error} />}
          <Sentences result={result} />
          <DaysPlot result={result} />
          <PostsPlot result={result} />
        </div>
        <PlanForm
          plan={result.plan}
          values={values}
          isRunning={again.isPending}
          onChange={setValues}
          onRun={() => again.mutate()}
        />
      </div>
    </Page>
  );
}

function Sentences({ result }: { readonly result: RehearsalResult }) {
  const { t, locale } = useLocale();
  const [first, ...rest] = result.sentences;
  return (
    <section
      className={result.isOverloaded ? 'paper sentences sentences-bad' : 'paper sentences'}
      aria-label={t('rehearsal.result')}
      role="status"
    >
      <p className="sentence-first">{first}</p>
      {rest.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p className="quiet">
        {t('rehearsal.filedToday', {
          median: formatDay(result.medianOn, locale),
          p90: formatDay(result.p90On, locale),
          cases: result.cases,
          error: result.days.meanError.toFixed(1),
        })}
      </p>
    </section>
  );
}
