import type { WatchEvidence } from '@yichuang/contracts';
import { Link } from '@tanstack/react-router';
import { formatAt } from '../format/format-day.ts';
import { useLocale } from '../session/use-locale.ts';
import { textKey } from '../texts/locale.ts';

/** The very events, in their order: who, when, what, and the fingerprint of each. */
export function HitEvidence({ evidence }: { readonly evidence: readonly WatchEvidence[] }) {
  const { t, locale } = useLocale();
  const numbers = new Set(evidence.map(({ number }) => number));
  return (
    <section className="paper">
      <h2>{t('watch.evidence')}</h2>
      <p className="quiet">{t('watch.evidenceLead')}</p>
      <ol className="plain-list evidence">
        {evidence.map((event) => {
          const key = textKey('watch.act', event.type);
          return (
            <li key={`${event.caseId} ${event.seq}`}>
              <p>
                <strong>{key === undefined ? event.type : t(key)}</strong>
                {' · '}
                {event.by === 'system' ? t('watch.bySystem') : event.by}
              </p>
              {event.words === undefined ? null : <p>“{event.words}”</p>}
              <p className="quiet">
                <time dateTime={event.at}>{formatAt(event.at, locale)}</time>
                {numbers.size === 1 ? null : (
                  <>
                    {' · '}
                    <Link to="/cases/$caseId" params={{ caseId: event.caseId }}>
                      {event.number}
                    </Link>
                  </>
                )}
                {' · '}
                <span className={event.isUnchanged ? undefined : 'light-red'}>
                  {event.isUnchanged ? t('watch.code', { code: event.code }) : t('watch.changed')}
                </span>
              </p>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
