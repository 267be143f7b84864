import type { WatchRuleView } from '@yichuang/contracts';
import { formatAt } from '../format/format-day.ts';
import { useLocale } from '../session/use-locale.ts';

/** Every version that ever was: nothing of it goes away. */
export function RuleVersions({ versions }: Pick<WatchRuleView, 'versions'>) {
  const { t, locale } = useLocale();
  return (
    <>
      <h2>{t('watch.versions')}</h2>
      {versions.length === 0 ? <p className="quiet">{t('watch.neverPublished')}</p> : null}
      <ol className="plain-list hit-history">
        {versions.map(({ version, act, source, by, reason, at }) => (
          <li key={version}>
            <p>
              {t('watch.version', { version })} · {t(`watch.done.${act}`)}
              {by === undefined ? '' : ` · ${by}`}
            </p>
            <p>{source === 'pack' ? t('watch.source.pack') : reason}</p>
            <p className="quiet">{formatAt(at, locale)}</p>
          </li>
        ))}
      </ol>
    </>
  );
}
