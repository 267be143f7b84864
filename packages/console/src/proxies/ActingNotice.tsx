import { Link } from '@tanstack/react-router';
import { formatDay } from '../format/format-day.ts';
import { useLocale } from '../session/use-locale.ts';
import { lastDayOf } from './proxy-values.ts';
import { useActingFor } from './use-acting-for.ts';

/** While I act for others every page says so: what I sign may be in their place. */
export function ActingNotice() {
  const { t, locale } = useLocale();
  const actingFor = useActingFor();
  if (actingFor.length === 0) return null;
  return (
    <aside className="acting" aria-label={t('proxies.actingLabel')}>
      {actingFor.map((proxy) => (
        <span key={proxy.proxyId}>
          {t('proxies.acting', {
            name: proxy.principal.name,
            until: formatDay(lastDayOf(proxy.until), locale),
          })}{' '}
          <Link to="/todo" search={{ onBehalfOf: proxy.principal.name }}>
            {t('proxies.actingTasks')}
          </Link>
        </span>
      ))}
    </aside>
  );
}
