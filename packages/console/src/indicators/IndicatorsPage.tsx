import { useNavigate, useSearch } from '@tanstack/react-router';
import { useToday } from '../designer/use-today.ts';
import { useLocale } from '../session/use-locale.ts';
import { useMay } from '../session/use-session.ts';
import { SupervisionNav } from '../supervision/SupervisionNav.tsx';
import { Page } from '../ui/Page.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { AssessmentTab } from './AssessmentTab.tsx';
import { CircularTab } from './CircularTab.tsx';
import { FiguresTab } from './FiguresTab.tsx';
import { lastPeriods, spanAround } from './indicator-periods.ts';
import { INDICATOR_TABS, readIndicatorSearch, type IndicatorSearch } from './indicator-search.ts';
import './indicators.css';
import { PeriodChooser } from './PeriodChooser.tsx';
import { PeriodField } from './PeriodField.tsx';
import { PersonsTable } from './PersonsTable.tsx';
import { SchemeTab } from './SchemeTab.tsx';

/** Figures that nobody typed: each with its formula, each one click from its cases. */
export function IndicatorsPage() {
  const { t } = useLocale();
  const navigate = useNavigate();
  const today = useToday();
  const mayRead = useMay('insight:read');
  const mayWatch = useMay('supervision:read');
  const search = readIndicatorSearch(useSearch({ strict: false }));
  const { view: tab = 'figures' } = search;
  const change = (next: IndicatorSearch) =>
    void navigate({ to: '/indicators', search: { ...search, ...next }, replace: true });
  if (!mayRead) return <Page title={t('indicators.title')}>{t('state.noRight')}</Page>;
  const usual = spanAround(today, 'quarter');
  const days = { from: search.from ?? usual.from, until: search.until ?? usual.until };
  const query = { ...days, ...(search.org === undefined ? {} : { orgId: search.org }) };
  const period = search.period ?? lastPeriods(today, 'quarter', 2)[1] ?? '';
  const isOfDays = tab === 'figures' || tab === 'persons';
  const tabs = INDICATOR_TABS.filter((id) => id !== 'circular' || mayWatch);
  return (
    <Page title={t('indicators.title')} lead={t('indicators.lead')}>
      <SupervisionNav />
      <Tabs
        label={t('indicators.title')}
        tabs={tabs.map((id) => ({ id, title: t(`indicators.tab.${id}`) }))}
        open={tab}
        onOpen={(id) => change({ view: id, indicator: undefined, part: undefined, row: undefined })}
      >
        {isOfDays ? (
          <PeriodChooser period={days} today={today} onChange={change} />
        ) : (
          <PeriodField
            today={today}
            period={period}
            onChange={(next) => change({ period: next })}
          />
        )}
        {tab === 'figures' ? <FiguresTab query={query} search={search} onChange={change} /> : null}
        {tab === 'persons' ? <PersonsTable query={query} /> : null}
        {tab === 'assessment' ? <AssessmentTab period={period} /> : null}
        {tab === 'scheme' ? <SchemeTab period={period} /> : null}
        {tab === 'circular' ? <CircularTab period={period} /> : null}
      </Tabs>
    </Page>
  );
}
