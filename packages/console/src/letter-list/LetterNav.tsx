import { useLocale } from '../session/use-locale.ts';
import { useSession } from '../session/use-session.ts';
import { PageTabs } from '../ui/PageTabs.tsx';

const PAGES = [
  { page: 'list', to: '/letters', needs: undefined },
  { page: 'enter', to: '/letters/enter', needs: 'letter:enter' },
  { page: 'comments', to: '/letters/comments', needs: 'letter:office' },
  { page: 'import', to: '/letters/import', needs: 'letter:office' },
  { page: 'reports', to: '/letters/reports', needs: 'letter:report' },
] as const;

/** The pages about letters, as far as the person may open them. */
export function LetterNav() {
  const { t } = useLocale();
  const actions = useSession().staff?.actions ?? [];
  const open = PAGES.filter(({ needs }) => needs === undefined || actions.includes(needs));
  const pages = open.map(({ page, to }) => ({ to, text: t(`letters.page.${page}`) }));
  return <PageTabs label={t('nav.letters')} pages={pages} />;
}
