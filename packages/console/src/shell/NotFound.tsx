import { Link } from '@tanstack/react-router';
import { useLocale } from '../session/use-locale.ts';
import { Page } from '../ui/Page.tsx';

export function NotFound() {
  const { t } = useLocale();
  return (
    <Page title={t('state.notFound')} lead={t('state.notFoundLead')}>
      <Link to="/todo">{t('state.home')}</Link>
    </Page>
  );
}
