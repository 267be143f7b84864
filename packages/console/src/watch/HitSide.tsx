import type { WatchHitView } from '@yichuang/contracts';
import { Link } from '@tanstack/react-router';
import { formatAt } from '../format/format-day.ts';
import { useLocale } from '../session/use-locale.ts';
import { textKey } from '../texts/locale.ts';
import type { HitFilters } from './hit-filters.ts';
import { HitActs } from './HitActs.tsx';

/** Whom and what a hit is about, what one can do about it, and what was done. */
export function HitSide({ hit }: { readonly hit: WatchHitView }) {
  const { t, locale } = useLocale();
  const toHits = (by: keyof HitFilters, key = '', name: string) => (
    <Link to="/supervision" search={{ [by]: key }} title={t('watch.allOf')}>
      {name}
    </Link>
  );
  return (
    <aside className="paper hit-side">
      <dl className="facts">
        {hit.orgName === undefined ? null : (
          <div className="fact-wide">
            <dt>{t('watch.unit')}</dt>
            <dd>{toHits('orgId', hit.orgId, hit.orgName)}</dd>
          </div>
        )}
        {hit.itemName === undefined ? null : (
          <div className="fact-wide">
            <dt>{t('watch.item')}</dt>
            <dd>{toHits('itemCode', hit.itemCode, hit.itemName)}</dd>
          </div>
        )}
        {hit.people.length === 0 ? null : (
          <div className="fact-wide">
            <dt>{t('watch.people')}</dt>
            <dd>
              {hit.people.map(({ personId, name }) => (
                <span key={personId} className="hit-person">
                  {toHits('personId', personId, name)}
                </span>
              ))}
            </dd>
          </div>
        )}
        {hit.number === undefined ? null : (
          <div className="fact-wide">
            <dt>{t('watch.number')}</dt>
            <dd>{toHits('caseId', hit.caseId, hit.number)}</dd>
          </div>
        )}
        <div className="fact-wide">
          <dt>{t('watch.found')}</dt>
          <dd>{formatAt(hit.foundAt, locale)}</dd>
        </div>
      </dl>
      {hit.caseId === undefined || !hit.canOpenCase ? null : (
        <p>
          <Link to="/cases/$caseId" params={{ caseId: hit.caseId }}>
            {t('watch.openCase')}
          </Link>
        </p>
      )}
      {hit.orderCaseId === undefined ? null : (
        <p>
          <Link to="/cases/$caseId" params={{ caseId: hit.orderCaseId }}>
            {t('watch.openOrder')}
          </Link>
        </p>
      )}
      {hit.canAct ? <HitActs hit={hit} /> : null}
      <h2>{t('watch.history')}</h2>
      <ol className="plain-list hit-history">
        {hit.history.map((entry) => {
          const key = textKey('watch.event', entry.type);
          return (
            <li key={entry.code}>
              <p>
                {key === undefined ? entry.type : t(key)}
                {entry.status === undefined ? '' : ` ${t(`watch.status.${entry.status}`)}`}
                {' · '}
                {entry.by === 'system' ? t('watch.bySystem') : entry.by}
              </p>
              {entry.reason === undefined ? null : <p>{entry.reason}</p>}
              <p className="quiet">
                {formatAt(entry.at, locale)} · {t('watch.code', { code: entry.code })}
              </p>
            </li>
          );
        })}
      </ol>
    </aside>
  );
}
