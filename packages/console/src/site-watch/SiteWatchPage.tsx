import type { SiteFinding, SiteItem, SiteWatch } from '@yichuang/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { siteWatchApi } from '../api/site-watch.ts';
import { dayOf, formatDay } from '../format/format-day.ts';
import { useLocale } from '../session/use-locale.ts';
import { useMay } from '../session/use-session.ts';
import { SupervisionNav } from '../supervision/SupervisionNav.tsx';
import { textKey } from '../texts/locale.ts';
import { lightShape } from '../ui/light-shape.ts';
import { ListSkeleton } from '../ui/ListSkeleton.tsx';
import { Page } from '../ui/Page.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { toast } from '../ui/toast.ts';
import { elementNames, numberOf, thresholdOf } from './site-words.ts';
import './site-watch.css';

/** Would the county's site pass the inspection today? One table; below it, what to mend. */
export function SiteWatchPage() {
  const { t } = useLocale();
  const canRead = useMay('supervision:read');
  const canAct = useMay('supervision:act');
  const watch = useQuery({
    queryKey: ['site-watch'],
    queryFn: ({ signal }) => siteWatchApi.read(signal),
    enabled: canRead,
  });
  const look = useMutation({
    mutationFn: siteWatchApi.lookNow,
    onSuccess: () => toast(t('site.looking')),
  });
  if (!canRead) return <Page title={t('site.title')}>{t('state.noRight')}</Page>;
  const actions = canAct ? (
    <Button loading={look.isPending} onClick={() => look.mutate()}>
      {t('site.lookNow')}
    </Button>
  ) : undefined;
  return (
    <Page title={t('site.title')} lead={t('site.lead')} actions={actions}>
      <SupervisionNav />
      {look.isError ? <ProblemNotice error={look.error} /> : null}
      {watch.isError ? (
        <ProblemNotice error={watch.error} onRetry={() => void watch.refetch()} />
      ) : null}
      {watch.isPending ? <ListSkeleton /> : null}
      {watch.data === undefined ? null : <Body watch={watch.data} />}
    </Page>
  );
}

function Body({ watch }: { readonly watch: SiteWatch }) {
  const { t, locale } = useLocale();
  const { items, findings, lookedOn } = watch;
  return (
    <div className="site-watch">
      <table className="plain-table report-table">
        <thead>
          <tr>
            <th scope="col">{t('site.item')}</th>
            <th scope="col">{t('site.value')}</th>
            <th scope="col">{t('site.threshold')}</th>
            <th scope="col">{t('site.light')}</th>
            <th scope="col" className="site-since">
              {t('site.since')}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <ItemRow key={item.id} item={item} />
          ))}
        </tbody>
      </table>
      <p className="quiet">
        {lookedOn === undefined
          ? t('site.neverLooked')
          : t('site.lookedOn', { day: formatDay(lookedOn, locale) })}
      </p>
      <Findings kind="dead-link" findings={findings} count={watch.counts.deadLinks} />
      <Findings kind="incomplete-guide" findings={findings} count={watch.counts.incompleteGuides} />
    </div>
  );
}

function ItemRow({ item }: { readonly item: SiteItem }) {
  const { t, locale } = useLocale();
  return (
    <tr>
      <th scope="row">
        {t(`site.item.${item.id}`)}
        {item.isVeto ? <span className="tag">{t('site.veto')}</span> : null}
        <span className="site-about">{t(`site.about.${item.id}`)}</span>
      </th>
      <td className="tabular">{numberOf(item, t)}</td>
      <td className="tabular site-threshold">{thresholdOf(item, t)}</td>
      <td>
        <StateOf item={item} />
      </td>
      <td className="site-since">
        {item.since === undefined ? '—' : formatDay(dayOf(item.since), locale)}
      </td>
    </tr>
  );
}

/** The inspection knows pass and fail, not due and overdue. */
function StateOf({ item: { value, light } }: { readonly item: SiteItem }) {
  const { t } = useLocale();
  if (value === null) return t('site.unmeasured');
  return (
    <span className={`light light-${light}`}>
      <span aria-hidden="true" className="light-shape">
        {lightShape(light)}
      </span>
      {t(textKey('site.state', light) ?? 'site.unmeasured')}
    </span>
  );
}

interface FindingsProps {
  readonly kind: SiteFinding['kind'];
  readonly findings: readonly SiteFinding[];
  readonly count: number;
}

function Findings({ kind, findings, count }: FindingsProps) {
  const { t, locale } = useLocale();
  const own = findings.filter((finding) => finding.kind === kind);
  const id = `site-${kind}`;
  return (
    <section className="desk-card" aria-labelledby={id}>
      <h2 id={id}>{t(`site.findings.${kind}`, { count })}</h2>
      {own.length === 0 ? <p className="quiet">{t(`site.none.${kind}`)}</p> : null}
      <ul className="plain-list site-findings">
        {own.map((finding) => (
          <li key={finding.place}>
            <a href={finding.place} target="_blank" rel="noreferrer">
              {finding.name}
            </a>{' '}
            <span>
              {kind === 'dead-link'
                ? t('site.linkedFrom', { pages: finding.detail.join(' ') || '—' })
                : t('site.missing', { elements: elementNames(finding.detail, t) })}
            </span>{' '}
            <span className="quiet">
              {t('site.foundSince', { day: formatDay(finding.sinceOn, locale) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
