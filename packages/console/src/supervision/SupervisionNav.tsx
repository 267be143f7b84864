import { Link } from '@tanstack/react-router';
import { useLocale } from '../session/use-locale.ts';
import { useSupervisionPages } from './supervision-pages.ts';

/** Tabs of the pages of supervision; none where only one of them is open. */
export function SupervisionNav() {
  const { t } = useLocale();
  const open = useSupervisionPages();
  if (open.length < 2) return null;
  return (
    <nav className="list-tabs" aria-label={t('nav.supervision')}>
      {open.map(({ page, to }) => (
        <Link
          key={page}
          to={to}
          className="list-tab"
          activeOptions={{ exact: true, includeSearch: false }}
        >
          {t(`supervision.page.${page}`)}
        </Link>
      ))}
    </nav>
  );
}
