import { useLocale } from '../session/use-locale.ts';
import { PageTabs } from '../ui/PageTabs.tsx';
import { useSupervisionPages } from './supervision-pages.ts';

/** Tabs of the pages of supervision, as far as the person may open them. */
export function SupervisionNav() {
  const { t } = useLocale();
  const open = useSupervisionPages();
  const pages = open.map(({ page, to }) => ({ to, text: t(`supervision.page.${page}`) }));
  return <PageTabs label={t('nav.supervision')} pages={pages} />;
}
