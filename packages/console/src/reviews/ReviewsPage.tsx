import { useState } from 'react';
import { SupervisionNav } from '../supervision/SupervisionNav.tsx';
import { useLocale } from '../session/use-locale.ts';
import { useMay } from '../session/use-session.ts';
import { Page } from '../ui/Page.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { DoneReviews } from './DoneReviews.tsx';
import { OpenReviews } from './OpenReviews.tsx';
import { ReviewFiguresPanel } from './ReviewFiguresPanel.tsx';
import { UnitReviews } from './UnitReviews.tsx';
import { WindowPanel } from './WindowPanel.tsx';
import './reviews.css';

const TABS = ['work', 'done', 'window', 'unit', 'figures'] as const;
type TabId = (typeof TABS)[number];

/** The office begins with what is due, a window with its next invitation, others with theirs. */
export function ReviewsPage() {
  const { t } = useLocale();
  const canRead = useMay('review:read');
  const canHandle = useMay('review:handle');
  const canServe = useMay('case:file-on-behalf');
  const open: Readonly<Record<TabId, boolean>> = {
    work: canHandle,
    done: canHandle,
    window: canServe,
    unit: canRead,
    figures: canRead,
  };
  const tabs = TABS.filter((id) => open[id]);
  const [chosen, setChosen] = useState<TabId>();
  const shown = chosen ?? tabs[0];
  if (!canRead || shown === undefined) {
    return <Page title={t('reviews.title')}>{t('state.noRight')}</Page>;
  }
  return (
    <Page title={t('reviews.title')} lead={t('reviews.lead')}>
      <SupervisionNav />
      <Tabs
        label={t('reviews.title')}
        tabs={tabs.map((id) => ({ id, title: t(`reviews.tab.${id}`) }))}
        open={shown}
        onOpen={setChosen}
      >
        {shown === 'work' ? <OpenReviews /> : null}
        {shown === 'done' ? <DoneReviews /> : null}
        {shown === 'window' ? <WindowPanel /> : null}
        {shown === 'unit' ? <UnitReviews /> : null}
        {shown === 'figures' ? <ReviewFiguresPanel /> : null}
      </Tabs>
    </Page>
  );
}
