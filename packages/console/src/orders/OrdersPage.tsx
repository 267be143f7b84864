import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { ordersApi } from '../api/orders.ts';
import { useLocale } from '../session/use-locale.ts';
import { useMay } from '../session/use-session.ts';
import { SupervisionNav } from '../supervision/SupervisionNav.tsx';
import { ListSkeleton } from '../ui/ListSkeleton.tsx';
import { moveFocus } from '../ui/move-focus.ts';
import { Page } from '../ui/Page.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { useHotkeys } from '../ui/use-hotkeys.ts';
import { isOrderFiltered, readOrderFilters, type OrderFilters } from './order-filters.ts';
import { OrderFilterBar } from './OrderFilterBar.tsx';
import { OrderTable } from './OrderTable.tsx';
import './orders.css';

/** Orders: whose move it is, and how long they have. */
export function OrdersPage() {
  const { t } = useLocale();
  const navigate = useNavigate();
  const canWrite = useMay('supervision:act');
  const filters = readOrderFilters(useSearch({ strict: false }));
  const orders = useInfiniteQuery({
    queryKey: ['orders', filters],
    queryFn: ({ pageParam, signal }) =>
      ordersApi.list(
        { ...queryOf(filters), ...(pageParam === '' ? {} : { cursor: pageParam }) },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    // What is on screen stays there while a changed filter loads: nothing jumps.
    placeholderData: (before) => before,
  });
  const show = (search: OrderFilters) =>
    void navigate({ to: '/supervision/orders', search, replace: true });
  useHotkeys({
    j: () => moveFocus(1),
    k: () => moveFocus(-1),
    ...(canWrite ? { n: () => void navigate({ to: '/supervision/orders/new' }) } : {}),
  });
  const pages = orders.data?.pages ?? [];
  const rows = pages.flatMap((page) => page.rows);
  const [first] = pages;
  return (
    <Page
      title={t('orders.title')}
      lead={t('orders.lead')}
      actions={
        canWrite ? (
          <Button type="primary" onClick={() => void navigate({ to: '/supervision/orders/new' })}>
            {t('orders.new')}
          </Button>
        ) : null
      }
    >
      <SupervisionNav />
      <OrderFilterBar
        filters={filters}
        counts={first?.counts}
        units={first?.units ?? []}
        onChange={(change) => show(readOrderFilters({ ...filters, ...change }))}
        onClear={() => show({})}
      />
      {orders.isError ? (
        <ProblemNotice error={orders.error} onRetry={() => void orders.refetch()} />
      ) : null}
      {orders.isPending ? <ListSkeleton /> : null}
      {rows.length === 0 ? null : <OrderTable rows={rows} now={new Date().toISOString()} />}
      {orders.isSuccess && rows.length === 0 ? (
        <div className="empty">
          <p className="empty-title">
            {t(isOrderFiltered(filters) ? 'orders.noneFound' : 'orders.none')}
          </p>
          {isOrderFiltered(filters) ? (
            <Button onClick={() => show({})}>{t('inbox.clear')}</Button>
          ) : (
            <p>{t('orders.noneLead')}</p>
          )}
        </div>
      ) : null}
      <footer className="inbox-foot">
        {orders.hasNextPage ? (
          <Button loading={orders.isFetchingNextPage} onClick={() => void orders.fetchNextPage()}>
            {t('inbox.more')}
          </Button>
        ) : null}
      </footer>
    </Page>
  );
}

/** Only what is set: the address says nothing of the rest. */
function queryOf(filters: OrderFilters) {
  const set = Object.entries(filters).filter(([, value]) => value !== undefined);
  return Object.fromEntries(set) as Parameters<typeof ordersApi.list>[0];
}
