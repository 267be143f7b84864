import type { ListCounts } from '@yichuang/contracts';
import { Link } from '@tanstack/react-router';
import { useLocale } from '../session/use-locale.ts';
import type { InboxList } from './filters.ts';
import { countText, useListCounts } from './use-tasks.ts';

type Tab = Exclude<InboxList, 'all'> | 'drafts';

/** In the order in which people look: what waits for them first. */
const TABS: readonly Tab[] = ['todo', 'toread', 'done', 'read', 'started', 'followed', 'drafts'];

/** The lists that users know by name, with what waits in each. */
export function ListTabs({ current }: { readonly current: InboxList | 'drafts' }) {
  const { t } = useLocale();
  const counts = useListCounts();
  return (
    <nav className="list-tabs" aria-label={t('lists.label')}>
      {TABS.map((list) => {
        const n = countOf(counts, list);
        return (
          <Link
            key={list}
            to={`/${list}`}
            className="list-tab"
            aria-current={list === current ? 'page' : undefined}
          >
            {t(`lists.${list}`)}
            {n === '' ? null : <span className="list-count">{n}</span>}
          </Link>
        );
      })}
    </nav>
  );
}

function countOf(counts: ListCounts | undefined, list: Tab): string {
  if (counts === undefined || list === 'done' || list === 'read') return '';
  return countText(counts[list], counts[list] >= counts.cap);
}
