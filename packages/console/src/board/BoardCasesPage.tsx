import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { boardApi } from '../api/board.ts';
import { useLocale } from '../session/use-locale.ts';
import { ListSkeleton } from '../ui/ListSkeleton.tsx';
import { moveFocus } from '../ui/move-focus.ts';
import { Page } from '../ui/Page.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { useHotkeys } from '../ui/use-hotkeys.ts';
import './board.css';
import { queryOf, readBoardFilters, type BoardFilters } from './board-filters.ts';
import { CaseFilterBar } from './CaseFilterBar.tsx';
import { CaseTable } from './CaseTable.tsx';

const PAGE = 50;

/** The cases behind a number of the board: between the number and the case one click. */
export function BoardCasesPage() {
  const { t } = useLocale();
  const navigate = useNavigate();
  const filters = readBoardFilters(useSearch({ strict: false }));
  const board = useQuery({ queryKey: ['board'], queryFn: ({ signal }) => boardApi.read(signal) });
  const cases = useInfiniteQuery({
    queryKey: ['board-cases', filters],
    queryFn: ({ pageParam, signal }) =>
      boardApi.cases(
        { ...queryOf(filters), limit: PAGE, ...(pageParam === '' ? {} : { cursor: pageParam }) },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    // What is on screen stays there while a changed filter loads: nothing jumps.
    placeholderData: (before) => before,
  });
  const go = (search: BoardFilters) =>
    void navigate({ to: '/board/cases', search: readBoardFilters({ ...search }), replace: true });
  useHotkeys({
    j: () => moveFocus(1),
    k: () => moveFocus(-1),
    ArrowDown: () => moveFocus(1),
    ArrowUp: () => moveFocus(-1),
  });
  const pages = cases.data?.pages ?? [];
  const [first] = pages;
  const rows = pages.flatMap((page) => page.rows);
  return (
    <Page title={t('board.cases')} lead={<Link to="/board">{t('board.back')}</Link>}>
      <CaseFilterBar
        filters={filters}
        departments={board.data?.rows ?? []}
        items={first?.items ?? []}
        holders={first?.holders ?? []}
        onChange={(change) => go({ ...filters, ...change })}
        onClear={() => go({})}
      />
      {cases.isError ? (
        <ProblemNotice error={cases.error} onRetry={() => void cases.refetch()} />
      ) : null}
      {cases.isPending ? <ListSkeleton /> : null}
      {first === undefined || rows.length === 0 ? null : <CaseTable rows={rows} now={first.at} />}
      {cases.isSuccess && rows.length === 0 ? (
        <div className="empty">
          <p>{t('board.noneFound')}</p>
          <Button onClick={() => go({})}>{t('inbox.clear')}</Button>
        </div>
      ) : null}
      <footer className="inbox-foot">
        {cases.hasNextPage ? (
          <Button loading={cases.isFetchingNextPage} onClick={() => void cases.fetchNextPage()}>
            {t('inbox.more')}
          </Button>
        ) : null}
        {rows.length > 0 ? <span className="quiet only-keyboard">{t('board.keys')}</span> : null}
      </footer>
    </Page>
  );
}
