import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { OrderStart } from '@yichuang/contracts';
import { ordersApi } from '../api/orders.ts';
import { newIdempotencyKey } from '../api/request.ts';
import { useLocale } from '../session/use-locale.ts';
import { useMay } from '../session/use-session.ts';
import { ListSkeleton } from '../ui/ListSkeleton.tsx';
import { Page } from '../ui/Page.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { toast } from '../ui/toast.ts';
import { orderProblems, toDraft, toOrder, type OrderDraft } from './order-draft.ts';
import { aboutOf } from './order-filters.ts';
import { OrderFields } from './OrderFields.tsx';
import './orders.css';

/** A new order, filled in from the case or hit that it is about: under a minute. */
export function NewOrderPage() {
  const { t } = useLocale();
  const canWrite = useMay('supervision:act');
  const { caseId, hitId } = aboutOf(useSearch({ strict: false }));
  const start = useQuery({
    queryKey: ['order-start', caseId, hitId],
    queryFn: () => ordersApi.start({ caseIds: listOf(caseId), hitIds: listOf(hitId) }),
    enabled: canWrite,
    // What is being written is not replaced by what the server would say by now.
    staleTime: Infinity,
    gcTime: 0,
  });
  return (
    <Page title={t('orders.new')} lead={t('orders.writeLead')}>
      {canWrite ? null : <p>{t('state.noRight')}</p>}
      {start.isError ? (
        <ProblemNotice error={start.error} onRetry={() => void start.refetch()} />
      ) : null}
      {start.isPending && canWrite ? <ListSkeleton /> : null}
      {start.data === undefined ? null : <OrderForm start={start.data} />}
    </Page>
  );
}

const listOf = (id: string | undefined): string[] => (id === undefined ? [] : [id]);

function OrderForm({ start }: { readonly start: OrderStart }) {
  const { t } = useLocale();
  const navigate = useNavigate();
  const [draft, setDraft] = useState<OrderDraft>(() => toDraft(start));
  const [isChecked, setIsChecked] = useState(false);
  const [isSending, setIsSending] = useState(false);
  const [error, setError] = useState<unknown>();
  const form = useRef<HTMLFormElement>(null);
  // The same order tried again (after a lost connection) keeps its key.
  const [key] = useState(newIdempotencyKey);
  const problems = orderProblems(draft, t);
  const shown = isChecked ? problems : {};
  const names = Object.keys(shown).join(' ');
  useEffect(() => {
    if (names !== '') form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [names]);
  const send = async () => {
    setIsChecked(true);
    if (isSending || Object.keys(problems).length > 0) return;
    setIsSending(true);
    setError(undefined);
    try {
      const { ruleId, ruleVersion, caseIds = [], hitIds = [] } = start.draft;
      const about = {
        caseIds,
        hitIds,
        ...(ruleId === undefined ? {} : { ruleId }),
        ...(ruleVersion === undefined ? {} : { ruleVersion }),
      };
      const { caseId, number } = await ordersApi.open(toOrder(draft, about), key);
      toast(t('orders.sent', { number }));
      void navigate({ to: '/cases/$caseId', params: { caseId } });
    } catch (caught) {
      setError(caught);
      setIsSending(false);
    }
  };
  return (
    <form
      ref={form}
      className="paper order-form"
      noValidate
      aria-label={t('orders.new')}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {start.cases.length === 0 ? null : (
        <p className="order-about">
          {t('orders.about')}{' '}
          {start.cases.map(({ caseId, number, name }) => (
            <Link key={caseId} to="/cases/$caseId" params={{ caseId }}>
              {name} {number}{' '}
            </Link>
          ))}
        </p>
      )}
      <OrderFields
        draft={draft}
        units={start.units}
        problems={shown}
        onChange={(change) => setDraft((now) => ({ ...now, ...change }))}
      />
      {error === undefined ? null : <ProblemNotice error={error} />}
      <Button type="primary" size="large" htmlType="submit" loading={isSending}>
        {t('orders.send')}
      </Button>
    </form>
  );
}
