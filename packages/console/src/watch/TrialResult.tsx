import type { WatchTrialSample, WatchTrialView } from '@yichuang/contracts';
import { Link } from '@tanstack/react-router';
import { useLocale } from '../session/use-locale.ts';
import { HitMark } from './HitMark.tsx';
import { factValue, factWord } from './in-words.ts';

interface TrialResultProps {
  readonly trial: WatchTrialView;
  readonly isStale: boolean;
}

/** What past cases would have hit, beside what the version in force hits. */
export function TrialResult({ trial, isStale }: TrialResultProps) {
  const { t } = useLocale();
  const { status, done, total, hits, cases, added, gone, byOrg, samples, goneSamples } = trial;
  if (status === 'running') {
    return (
      <p role="status" className="trial-sum">
        {t('watch.running', { done, total })}
      </p>
    );
  }
  return (
    <div className={isStale ? 'trial-stale' : undefined}>
      {isStale ? <p className="notice notice-soft">{t('watch.stale')}</p> : null}
      <p role="status" className="trial-sum">
        <strong>{t('watch.wouldHit', { hits, cases })}</strong>{' '}
        {t('watch.compared', { added, gone })}
      </p>
      {byOrg.length === 0 ? null : (
        <>
          <h3>{t('watch.byUnit')}</h3>
          <ul className="plain-list trial-orgs">
            {byOrg.map((org) => (
              <li key={org.name}>
                <span>{org.name}</span> <strong>{org.hits}</strong>
              </li>
            ))}
          </ul>
        </>
      )}
      <Samples title={t('watch.samples')} samples={samples} />
      <Samples title={t('watch.goneSamples')} samples={goneSamples} />
    </div>
  );
}

function Samples({
  title,
  samples,
}: {
  readonly title: string;
  readonly samples: readonly WatchTrialSample[];
}) {
  const { t, locale } = useLocale();
  if (samples.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="plain-list hit-history">
        {samples.map(({ key, light, says, isNew, caseId, orgName, facts }) => (
          <li key={key}>
            <p>
              <HitMark light={light} />{' '}
              {caseId === undefined ? (
                says
              ) : (
                <Link to="/cases/$caseId" params={{ caseId }}>
                  {says}
                </Link>
              )}
              {isNew ? <span className="badge">{t('watch.new')}</span> : null}
            </p>
            <p className="quiet">
              {[
                ...(orgName === undefined ? [] : [orgName]),
                ...facts.map(
                  ({ name, value }) => `${factWord(name, t)}：${factValue(name, value, t, locale)}`,
                ),
              ].join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
