import { useNavigate, useSearch } from '@tanstack/react-router';
import { useToday } from '../designer/use-today.ts';
import { LetterNav } from '../letter-list/LetterNav.tsx';
import { useLocale } from '../session/use-locale.ts';
import { useMay } from '../session/use-session.ts';
import { Page } from '../ui/Page.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { CircularReport } from './CircularReport.tsx';
import { HotTopics } from './HotTopics.tsx';
import { LongUnsolved } from './LongUnsolved.tsx';
import { PeriodBar } from './PeriodBar.tsx';
import { lastMonths, quarterSoFar, weekOf } from './periods.ts';
import { Ranking } from './Ranking.tsx';
import { readReportSearch, REPORTS, type ReportSearch } from './report-search.ts';
import { Statistics } from './Statistics.tsx';

/** For leaders: all counted from letters, each figure one click from the letters behind it. */
export function LetterReportsPage() {
  const { t } = useLocale();
  const navigate = useNavigate();
  const canRead = useMay('letter:report');
  const today = useToday();
  const search = readReportSearch(useSearch({ strict: false }));
  const { report = 'topics' } = search;
  const change = (next: ReportSearch) =>
    void navigate({ to: '/letters/reports', search: { ...search, ...next }, replace: true });
  if (!canRead) return <Page title={t('reports.title')}>{t('state.noRight')}</Page>;
  const usual = report === 'topics' ? weekOf(today) : quarterSoFar(today);
  const period = { from: search.from ?? usual.from, until: search.until ?? usual.until };
  const month = search.month ?? lastMonths(today, 1)[0] ?? '';
  return (
    <Page title={t('reports.title')}>
      <LetterNav />
      <Tabs
        label={t('reports.title')}
        tabs={REPORTS.map((id) => ({ id, title: t(`reports.tab.${id}`) }))}
        open={report}
        // A week of one report is no quarter of another: each begins with its own.
        onOpen={(id) =>
          void navigate({ to: '/letters/reports', search: { report: id }, replace: true })
        }
      >
        {report === 'unsolved' || report === 'circular' ? null : (
          <PeriodBar period={period} onChange={change} />
        )}
        {report === 'topics' ? <HotTopics period={period} /> : null}
        {report === 'unsolved' ? (
          <LongUnsolved
            month={month}
            today={today}
            onMonth={(chosen) => change({ month: chosen })}
          />
        ) : null}
        {report === 'ranking' ? <Ranking period={period} /> : null}
        {report === 'statistics' ? <Statistics period={period} /> : null}
        {report === 'circular' ? <CircularReport today={today} /> : null}
      </Tabs>
    </Page>
  );
}
