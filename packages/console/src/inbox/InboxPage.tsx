import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useActingFor } from '../proxies/use-acting-for.ts';
import { useLocale } from '../session/use-locale.ts';
import { Page } from '../ui/Page.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { ListSkeleton } from '../ui/ListSkeleton.tsx';
import { moveFocus } from '../ui/move-focus.ts';
import { useHotkeys } from '../ui/use-hotkeys.ts';
import { PHONE, useMedia } from '../ui/use-media.ts';
import { BatchBar } from './BatchBar.tsx';
import { EmptyInbox } from './EmptyInbox.tsx';
import { FilterChips } from './FilterChips.tsx';
import { isFiltered, readFilters, type InboxFilters, type InboxList } from './filters.ts';
import { rememberList } from './last-list.ts';
import { ListTabs } from './ListTabs.tsx';
import { PhoneList } from './PhoneList.tsx';
import { rowKey } from './row-target.ts';
import { TaskTable } from './TaskTable.tsx';
import { countText, useTasks } from './use-tasks.ts';

export function InboxPage({ list }: { readonly list: InboxList }) {
  const { t } = useLocale();
  const navigate = useNavigate();
  const filters = readFilters(useSearch({ strict: false }));
  const tasks = useTasks(list, filters);
  const search = useRef<InputRef>(null);
  const isPhone = useMedia(PHONE);
  const actingFor = useActingFor();
  const principals = [
    ...new Set([
      ...actingFor.map(({ principal }) => principal.name),
      // A filter that stands in the address can be taken off, also after the proxy has ended.
      ...(filters.onBehalfOf === undefined ? [] : [filters.onBehalfOf]),
    ]),
  ];
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => rememberList(list, filters));
  useHotkeys({
    j: () => moveFocus(1),
    k: () => moveFocus(-1),
    ArrowDown: () => moveFocus(1),
    ArrowUp: () => moveFocus(-1),
    '/': () => search.current?.focus({ cursor: 'all' }),
  });
  const change = (next: InboxFilters) =>
    void navigate({ to: `/${list}`, search: readFilters({ ...filters, ...next }), replace: true });
  const tick = (key: string, isOn: boolean) => {
    const next = new Set(ticked);
    if (isOn) next.add(key);
    else next.delete(key);
    setTicked(next);
  };
  const now = new Date().toISOString();
  const pages = tasks.data?.pages ?? [];
  const rows = pages.flatMap((page) => page.rows);
  const counts = pages[0]?.counts;
  const lead =
    list === 'todo' && counts !== undefined && !isFiltered(filters)
      ? counts.isCapped
        ? t('inbox.countCapped')
        : t('inbox.count', { n: countText(counts.todo, false) || 0 })
      : undefined;
  return (
    <Page
      title={t(`nav.${list}`)}
      lead={lead}
      actions={<SearchBox filters={filters} onChange={change} input={search} />}
    >
      <ListTabs current={list} />
      {isPhone && list !== 'todo' && list !== 'all' ? null : (
        <FilterChips
          list={list}
          filters={filters}
          principals={list === 'todo' ? principals : []}
          onChange={change}
        />
      )}
      {tasks.isError ? (
        <ProblemNotice error={tasks.error} onRetry={() => void tasks.refetch()} />
      ) : null}
      {tasks.isPending ? <ListSkeleton /> : null}
      {list === 'todo' ? (
        <BatchBar
          rows={rows.filter((row) => ticked.has(rowKey(row)))}
          onClear={() => setTicked(new Set())}
        />
      ) : null}
      {rows.length === 0 ? null : isPhone ? (
        <PhoneList rows={rows} now={now} label={t(`nav.${list}`)} />
      ) : (
        <TaskTable
          rows={rows}
          now={now}
          label={t(`nav.${list}`)}
          ticks={list === 'todo' ? { keys: ticked, onTick: tick } : undefined}
        />
      )}
      {tasks.isSuccess && rows.length === 0 ? (
        <EmptyInbox
          list={list}
          isFiltered={isFiltered(filters)}
          onClear={() => void navigate({ to: `/${list}`, search: {}, replace: true })}
        />
      ) : null}
      <footer className="inbox-foot">
        {tasks.hasNextPage ? (
          <Button loading={tasks.isFetchingNextPage} onClick={() => void tasks.fetchNextPage()}>
            {t('inbox.more')}
          </Button>
        ) : null}
        {rows.length > 0 ? <span className="quiet only-keyboard">{t('inbox.keys')}</span> : null}
      </footer>
    </Page>
  );
}

interface SearchBoxProps {
  readonly filters: InboxFilters;
  readonly onChange: (change: InboxFilters) => void;
  readonly input: React.Ref<InputRef>;
}

function SearchBox({ filters, onChange, input }: SearchBoxProps) {
  const { t } = useLocale();
  const [text, setText] = useState(filters.q ?? '');
  useEffect(() => setText(filters.q ?? ''), [filters.q]);
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        onChange({ q: text });
      }}
    >
      <Input.Search
        ref={input}
        className="inbox-search"
        aria-label={t('inbox.search')}
        placeholder={t('inbox.search')}
        allowClear
        maxLength={100}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onSearch={(q) => onChange({ q })}
      />
    </form>
  );
}
