import { Link } from '@tanstack/react-router';
import { useLocale } from '../session/use-locale.ts';
import { useSession } from '../session/use-session.ts';

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
  if (open.length < 2) return null;
  return (
    <nav className="list-tabs" aria-label={t('nav.letters')}>
      {open.map(({ page, to }) => (
        <Link
          key={page}
          to={to}
          className="list-tab"
          activeOptions={{ exact: true, includeSearch: false }}
        >
          {t(`letters.page.${page}`)}
        </Link>
      ))}
    </nav>
  );
}
