import type { CaseView } from '@yichuang/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ordersApi } from '../api/orders.ts';
import { useLocale } from '../session/use-locale.ts';
import { useMay } from '../session/use-session.ts';
import { isOrder } from './order-case.ts';

/** On the page of a case: the orders about it, and for supervisors the way to write one. */
export function OrdersOfCase({ view }: { readonly view: CaseView }) {
  const { t } = useLocale();
  const canWrite = useMay('supervision:act');
  const { caseId } = view;
  const orders = useQuery({
    queryKey: ['case-orders', caseId],
    queryFn: () => ordersApi.ofCase(caseId),
    enabled: !isOrder(view),
  });
  const found = orders.data ?? [];
  if (isOrder(view) || (found.length === 0 && !canWrite)) return null;
  return (
    <section className="side-section" aria-label={t('orders.ofCase')}>
      <h2>{t('orders.ofCase')}</h2>
      <ul className="holders">
        {found.map((order) => (
          <li key={order.caseId}>
            {order.canOpen ? (
              <Link to="/cases/$caseId" params={{ caseId: order.caseId }}>
                {order.subject}
              </Link>
            ) : (
              order.subject
            )}{' '}
            <span className="quiet">
              {order.number} · {order.stageName}
            </span>
          </li>
        ))}
      </ul>
      {canWrite ? (
        <Link to="/supervision/orders/new" search={{ caseId }}>
          {t('orders.write')}
        </Link>
      ) : null}
    </section>
  );
}
