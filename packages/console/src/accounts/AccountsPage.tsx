import { accountStates } from '@yichuang/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { accountsApi } from '../api/accounts.ts';
import { useLocale } from '../session/use-locale.ts';
import { useMay } from '../session/use-session.ts';
import { ListSkeleton } from '../ui/ListSkeleton.tsx';
import { Page } from '../ui/Page.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import './accounts.css';
import { AccountDrawer } from './AccountDrawer.tsx';
import { AccountTable } from './AccountTable.tsx';
import { readAccountFilters, type AccountFilters } from './account-filters.ts';
import { NewAccountDialog } from './NewAccountDialog.tsx';

/** Everybody who can log in here: found, made, given posts, shut out. */
export function AccountsPage() {
  const { t } = useLocale();
  if (!useMay('people:manage'))
    return <Page title={t('accounts.title')}>{t('state.noRight')}</Page>;
  return <Accounts />;
}

function Accounts() {
  const { t } = useLocale();
  const navigate = useNavigate();
  const filters = readAccountFilters(useSearch({ strict: false }));
  const [openId, setOpenId] = useState<string>();
  const [isMaking, setIsMaking] = useState(false);
  const found = useInfiniteQuery({
    queryKey: ['accounts', filters],
    queryFn: ({ pageParam: after }) =>
      accountsApi.find({ ...filters, ...(after === '' ? {} : { after }) }),
    initialPageParam: '',
    getNextPageParam: ({ rows, hasMore }) => (hasMore ? rows.at(-1)?.loginName : undefined),
    placeholderData: (before) => before,
  });
  const rows = (found.data?.pages ?? []).flatMap((page) => page.rows);
  const change = (search: AccountFilters) =>
    void navigate({ to: '/accounts', search, replace: true });
  return (
    <Page
      title={t('accounts.title')}
      lead={t('accounts.lead', { n: found.data?.pages[0]?.total ?? '…' })}
      actions={
        <span className="export">
          <Button onClick={() => void navigate({ to: '/accounts/import' })}>
            {t('accounts.import')}
          </Button>
          <Button type="primary" onClick={() => setIsMaking(true)}>
            {t('accounts.add')}
          </Button>
        </span>
      }
    >
      <AccountSearch key={filters.q ?? ''} filters={filters} onChange={change} />
      <StateChips filters={filters} counts={found.data?.pages[0]?.counts} onChange={change} />
      {found.isError ? (
        <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />
      ) : null}
      {found.isPending ? <ListSkeleton /> : null}
      {rows.length === 0 ? null : <AccountTable rows={rows} onOpen={setOpenId} />}
      {found.isSuccess && rows.length === 0 ? (
        <div className="empty">
          <p>{t('accounts.none')}</p>
          <Button onClick={() => change({})}>{t('inbox.clear')}</Button>
        </div>
      ) : null}
      <footer className="inbox-foot">
        {found.hasNextPage ? (
          <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {t('inbox.more')}
          </Button>
        ) : null}
      </footer>
      <AccountDrawer
        account={rows.find(({ accountId }) => accountId === openId)}
        onClose={() => setOpenId(undefined)}
      />
      {isMaking ? <NewAccountDialog onClose={() => setIsMaking(false)} /> : null}
    </Page>
  );
}

interface FilterProps {
  readonly filters: AccountFilters;
  readonly onChange: (filters: AccountFilters) => void;
}

function AccountSearch({ filters, onChange }: FilterProps) {
  const { t } = useLocale();
  const [text, setText] = useState(filters.q ?? '');
  const search = (q: string) => onChange(readAccountFilters({ ...filters, q }));
  return (
    <search className="accounts-search">
      <Input.Search
        aria-label={t('accounts.search')}
        placeholder={t('accounts.search')}
        maxLength={100}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onSearch={search}
      />
    </search>
  );
}

interface StateChipsProps extends FilterProps {
  readonly counts: Readonly<Record<string, number>> | undefined;
}

function StateChips({ filters, counts, onChange }: StateChipsProps) {
  const { t } = useLocale();
  return (
    <div className="chips" role="group" aria-label={t('inbox.filters')}>
      {accountStates.map((state) => {
        const isOn = filters.state === state;
        return (
          <button
            key={state}
            type="button"
            className="chip"
            aria-pressed={isOn}
            onClick={() => onChange(readAccountFilters({ ...filters, state: isOn ? '' : state }))}
          >
            {t(`accounts.state.${state}`)} {counts?.[state] ?? ''}
          </button>
        );
      })}
    </div>
  );
}
