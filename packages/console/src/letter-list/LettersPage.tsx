import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { lettersApi } from '../api/letters.ts';
import { rememberLetters } from '../inbox/last-list.ts';
import { useLocale } from '../session/use-locale.ts';
import { useMay } from '../session/use-session.ts';
import { ListSkeleton } from '../ui/ListSkeleton.tsx';
import { moveFocus } from '../ui/move-focus.ts';
import { Page } from '../ui/Page.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { useHotkeys } from '../ui/use-hotkeys.ts';
import { isFiltered, readLetterFilters, type LetterFilters } from './letter-filters.ts';
import { LetterFilterBar } from './LetterFilterBar.tsx';
import { LetterNav } from './LetterNav.tsx';
import { LetterTable } from './LetterTable.tsx';

const PAGE = 50;

/** All letters that the person may read: search, filters in the address, rows by key. */
export function LettersPage() {
  const { t } = useLocale();
  const navigate = useNavigate();
  const filters = readLetterFilters(useSearch({ strict: false }));
  const canEnter = useMay('letter:enter');
  const search = useRef<InputRef>(null);
  useEffect(() => rememberLetters(filters));
  const letters = useInfiniteQuery({
    queryKey: ['letters', filters],
    queryFn: ({ pageParam, signal }) =>
      lettersApi.find(
        { ...queryOf(filters), limit: PAGE, ...(pageParam === '' ? {} : { cursor: pageParam }) },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    // What is on screen stays there while a changed filter loads: nothing jumps.
    placeholderData: (before) => before,
  });
  const change = (next: LetterFilters) =>
    void navigate({
      to: '/letters',
      search: readLetterFilters({ ...filters, ...next }),
      replace: true,
    });
  const clear = () => void navigate({ to: '/letters', search: {}, replace: true });
  useHotkeys({
    j: () => moveFocus(1),
    k: () => moveFocus(-1),
    ArrowDown: () => moveFocus(1),
    ArrowUp: () => moveFocus(-1),
    '/': () => search.current?.focus({ cursor: 'all' }),
    ...(canEnter ? { n: () => void navigate({ to: '/letters/enter' }) } : {}),
  });
  const rows = (letters.data?.pages ?? []).flatMap((page) => page.rows);
  return (
    <Page
      title={t('nav.letters')}
      actions={<LetterSearch q={filters.q ?? ''} input={search} onSearch={(q) => change({ q })} />}
    >
      <LetterNav />
      <LetterFilterBar filters={filters} onChange={change} onClear={clear} />
      {letters.isError ? (
        <ProblemNotice error={letters.error} onRetry={() => void letters.refetch()} />
      ) : null}
      {letters.isPending ? <ListSkeleton /> : null}
      {rows.length === 0 ? null : (
        <LetterTable rows={rows} now={new Date().toISOString()} label={t('nav.letters')} />
      )}
      {letters.isSuccess && rows.length === 0 ? (
        <div className="empty">
          <p>{t(isFiltered(filters) ? 'letters.noneFound' : 'letters.none')}</p>
          {isFiltered(filters) ? <Button onClick={clear}>{t('inbox.clear')}</Button> : null}
        </div>
      ) : null}
      <footer className="inbox-foot">
        {letters.hasNextPage ? (
          <Button loading={letters.isFetchingNextPage} onClick={() => void letters.fetchNextPage()}>
            {t('inbox.more')}
          </Button>
        ) : null}
        {rows.length > 0 ? <span className="quiet only-keyboard">{t('inbox.keys')}</span> : null}
      </footer>
    </Page>
  );
}

/** Only what is set: the address says nothing of the rest. */
function queryOf(filters: LetterFilters) {
  const set = Object.entries(filters).filter(([, value]) => value !== undefined);
  return Object.fromEntries(set) as Parameters<typeof lettersApi.find>[0];
}

interface LetterSearchProps {
  readonly q: string;
  readonly input: React.Ref<InputRef>;
  readonly onSearch: (q: string) => void;
}

function LetterSearch({ q, input, onSearch }: LetterSearchProps) {
  const { t } = useLocale();
  const [text, setText] = useState(q);
  useEffect(() => setText(q), [q]);
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(text);
      }}
    >
      <Input.Search
        ref={input}
        className="inbox-search"
        aria-label={t('letters.search')}
        placeholder={t('letters.search')}
        allowClear
        maxLength={100}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onSearch={onSearch}
      />
    </form>
  );
}
