import type { PersonName, ProxyView } from '@yichuang/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { peopleApi } from '../api/people.ts';
import { dayOf, formatAt, formatDay } from '../format/format-day.ts';
import { PersonPicker } from '../people/PersonPicker.tsx';
import { useLocale } from '../session/use-locale.ts';
import { useMay } from '../session/use-session.ts';
import { Page } from '../ui/Page.tsx';
import { ProblemNotice, sentenceOf } from '../ui/ProblemNotice.tsx';
import { toast } from '../ui/toast.ts';
import { lastDayOf } from './proxy-values.ts';
import { ProxyForm } from './ProxyForm.tsx';

/** Who acts for me, for whom I act, and what I set for others. */
export function ProxiesPage() {
  const { t } = useLocale();
  const canSetForOthers = useMay('proxy:set-for-others');
  const [principal, setPrincipal] = useState<PersonName>();
  const found = useQuery({
    queryKey: ['proxies', principal?.personId ?? ''],
    queryFn: () => peopleApi.proxies(principal?.personId),
  });
  return (
    <Page title={t('proxies.title')} lead={t('proxies.lead')}>
      <div className="desk-columns">
        <section className="desk-card" aria-labelledby="proxy-new">
          <h2 id="proxy-new">{t('proxies.new')}</h2>
          {canSetForOthers ? (
            <PersonPicker
              label={t('proxies.principal')}
              hint={t('proxies.principalHint')}
              chosen={principal}
              onChoose={setPrincipal}
            />
          ) : null}
          <ProxyForm key={principal?.personId ?? ''} principal={principal} />
        </section>
        <section className="desk-card" aria-labelledby="proxy-list">
          <h2 id="proxy-list">
            {principal === undefined
              ? t('proxies.mine')
              : t('proxies.of', { name: principal.name })}
          </h2>
          {found.isError ? (
            <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />
          ) : null}
          {found.data?.length === 0 ? <p className="quiet">{t('proxies.none')}</p> : null}
          <ul className="plain-list">
            {(found.data ?? []).map((proxy) => (
              <ProxyRow key={proxy.proxyId} proxy={proxy} />
            ))}
          </ul>
        </section>
      </div>
    </Page>
  );
}

function ProxyRow({ proxy }: { readonly proxy: ProxyView }) {
  const { t, locale } = useLocale();
  const queries = useQueryClient();
  const [isAsking, setIsAsking] = useState(false);
  const end = useMutation({
    mutationFn: () => peopleApi.endProxy(proxy.proxyId),
    onSuccess: async () => {
      setIsAsking(false);
      toast(t('proxies.ended'));
      await queries.invalidateQueries({ queryKey: ['proxies'] });
      void queries.invalidateQueries({ queryKey: ['tasks'] });
    },
    onError: (error: Error) => toast(sentenceOf(error, t)),
  });
  const names = { principal: proxy.principal.name, deputy: proxy.deputy.name };
  const items = proxy.items?.map(({ name }) => name).join(t('list.comma'));
  return (
    <li className="desk-row">
      <div>
        <strong>{t('proxies.row', names)}</strong>{' '}
        <span className={`badge badge-${proxy.status}`}>{t(`proxies.status.${proxy.status}`)}</span>
        <p className="quiet">
          {t('proxies.span', {
            from: formatDay(dayOf(proxy.from), locale),
            until:
              proxy.endedAt === undefined
                ? formatDay(lastDayOf(proxy.until), locale)
                : formatAt(proxy.endedAt, locale),
          })}
        </p>
        <p className="quiet">
          {items === undefined ? t('proxies.allItems') : t('proxies.someItems', { items })}
          {t('list.comma')}
          {t(proxy.includesCurrent ? 'proxies.current' : 'proxies.newOnly')}
          {proxy.setBy.personId === proxy.principal.personId
            ? ''
            : `${t('list.comma')}${t('proxies.setBy', { name: proxy.setBy.name })}`}
        </p>
        {proxy.reason === '' ? null : <p className="quiet">{proxy.reason}</p>}
      </div>
      {proxy.canEnd ? <Button onClick={() => setIsAsking(true)}>{t('proxies.end')}</Button> : null}
      <Modal
        open={isAsking}
        title={t('proxies.endAsk', names)}
        okText={t('proxies.end')}
        cancelText={t('handOver.cancel')}
        confirmLoading={end.isPending}
        onOk={() => end.mutate()}
        onCancel={() => setIsAsking(false)}
      >
        <p>{t('proxies.endLead', names)}</p>
      </Modal>
    </li>
  );
}
