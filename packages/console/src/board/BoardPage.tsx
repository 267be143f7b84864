import { useLocale } from '../session/use-locale.ts';
import { SupervisionNav } from '../supervision/SupervisionNav.tsx';
import { Page } from '../ui/Page.tsx';

/** All open cases by department and light, as they are now. */
export function BoardPage() {
  const { t } = useLocale();
  return (
    <Page title={t('board.title')} lead={t('board.lead')}>
      <SupervisionNav />
    </Page>
  );
}
