import type { ClockExplanation, ClockView } from '@yichuang/contracts';
import { useQuery } from '@tanstack/react-query';
import { Drawer, Skeleton } from 'antd';
import { casesApi } from '../api/cases.ts';
import { formatDay } from '../format/format-day.ts';
import { useLocale } from '../session/use-locale.ts';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';

interface ClockDrawerProps {
  readonly caseId: string;
  readonly clock: ClockView | undefined;
  readonly onClose: () => void;
}

/** 为什么是这一天: the count in one sentence, the law, then day by day. */
export function ClockDrawer({ caseId, clock, onClose }: ClockDrawerProps) {
  const { t } = useLocale();
  const clockId = clock?.clockId ?? '';
  const explanation = useQuery({
    queryKey: ['case', caseId, 'clock', clockId],
    queryFn: () => casesApi.explanation(caseId, clockId),
    enabled: clock !== undefined,
  });
  return (
    <Drawer
      open={clock !== undefined}
      title={clock === undefined ? '' : `${clock.name} · ${t('clock.why')}`}
      size={440}
      onClose={onClose}
      destroyOnHidden
    >
      {explanation.isError ? (
        <ProblemNotice error={explanation.error} onRetry={() => void explanation.refetch()} />
      ) : null}
      {explanation.isPending ? <Skeleton active /> : null}
      {explanation.data === undefined ? null : <Explanation explanation={explanation.data} />}
    </Drawer>
  );
}

function Explanation({ explanation }: { readonly explanation: ClockExplanation }) {
  const { t, locale } = useLocale();
  const { clock, summary, days } = explanation;
  const { basis } = clock;
  return (
    <>
      <p className="clock-summary">{summary}</p>
      <p className="quiet">
        {t('clock.basis')}: {basis.law} {basis.article}
        {clock.extendedBy > 0 ? ` · ${t('clock.extended', { n: clock.extendedBy })}` : ''}
      </p>
      {basis.text === undefined ? null : <blockquote className="law">{basis.text}</blockquote>}
      <h3>{t('clock.dayCount')}</h3>
      <ol className="days">
        {days.map((day) => (
          <li key={day.date} className={`day day-${day.kind}`}>
            <span className="day-n">{day.n ?? ''}</span>
            <span className="day-date">{formatDay(day.date, locale)}</span>
            <span className="day-text">{day.text}</span>
          </li>
        ))}
      </ol>
    </>
  );
}
