import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { supervisionApi } from '../api/supervision.ts';
import '../board/board.css';
import { useLocale } from '../session/use-locale.ts';
import { SupervisionNav } from '../supervision/SupervisionNav.tsx';
import { ListSkeleton } from '../ui/ListSkeleton.tsx';
import { moveFocus } from '../ui/move-focus.ts';
import { Page } from '../ui/Page.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { useHotkeys } from '../ui/use-hotkeys.ts';
import { readHitFilters, type HitFilters } from './hit-filters.ts';
import { HitFilterBar } from './HitFilterBar.tsx';
import { HitTable } from './HitTable.tsx';
import './watch.css';

const PAGE = 50;

/** What the rules found, newest first. */
export function HitsPage() {
  const { t } = useLocale();
  const navigate = useNavigate();
  const filters = readHitFilters(useSearch({ strict: false }));
  const hits = useInfiniteQuery({
    queryKey: ['hits', filters],
    queryFn: ({ pageParam, signal }) =>
      supervisionApi.hits(
        { ...filters, limit: PAGE, ...(pageParam === '' ? {} : { cursor: pageParam }) },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    // What is on screen stays there while a changed filter loads: nothing jumps.
    placeholderData: (before) => before,
  });
  const go = (search: HitFilters) => void navigate({ to: '/supervision', search, replace: true });
  useHotkeys({
    j: () => moveFocus(1),
    k: () => moveFocus(-1),
    ArrowDown: () => moveFocus(1),
    ArrowUp: () => moveFocus(-1),
  });
  const pages = hits.data?.pages ?? [];
  const rows = pages.flatMap((page) => page.rows);
  const [first] = rows;
  const of = {
    rule: filters.ruleId && (first?.ruleName ?? filters.ruleId),
    number: filters.caseId && (first?.number ?? ''),
  };
  const isNarrowed = Object.keys(filters).length > 0;
  return (
    <Page title={t('watch.hits')} lead={t('watch.hitsLead')}>
      <SupervisionNav />
      <HitFilterBar filters={filters} choices={pages[0]?.choices} of={of} onChange={go} />
      {hits.isError ? (
        <ProblemNotice error={hits.error} onRetry={() => void hits.refetch()} />
      ) : null}
      {hits.isPending ? <ListSkeleton /> : null}
      {rows.length === 0 ? null : <HitTable rows={rows} />}
      {hits.isSuccess && rows.length === 0 ? (
        <div className="empty">
          <p className="empty-title">{t(isNarrowed ? 'watch.noneFits' : 'watch.none')}</p>
          {isNarrowed ? (
            <Button onClick={() => go({})}>{t('inbox.clear')}</Button>
          ) : (
            <p>{t('watch.noneLead')}</p>
          )}
        </div>
      ) : null}
      <footer className="inbox-foot">
        {hits.hasNextPage ? (
          <Button loading={hits.isFetchingNextPage} onClick={() => void hits.fetchNextPage()}>
            {t('inbox.more')}
          </Button>
        ) : null}
        {rows.length > 0 ? <span className="quiet only-keyboard">{t('watch.keys')}</span> : null}
      </footer>
    </Page>
  );
}
