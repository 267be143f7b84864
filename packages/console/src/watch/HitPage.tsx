import type { WatchHitView } from '@yichuang/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { supervisionApi } from '../api/supervision.ts';
import { useLocale } from '../session/use-locale.ts';
import { ListSkeleton } from '../ui/ListSkeleton.tsx';
import { Page } from '../ui/Page.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { HitEvidence } from './HitEvidence.tsx';
import { HitMark } from './HitMark.tsx';
import { HitSide } from './HitSide.tsx';
import { factValue, factWord, inWords } from './in-words.ts';
import './watch.css';

/** A hit with all that it rests on, and what was done about it. */
export function HitPage() {
  const { t } = useLocale();
  const { hitId } = useParams({ from: '/supervision/hits/$hitId' });
  const hit = useQuery({ queryKey: ['hit', hitId], queryFn: () => supervisionApi.hit(hitId) });
  const back = <Link to="/supervision">{t('watch.back')}</Link>;
  if (hit.data === undefined) {
    return (
      <Page title={t('watch.hits')} lead={back}>
        {hit.isError ? (
          <ProblemNotice error={hit.error} onRetry={() => void hit.refetch()} />
        ) : (
          <ListSkeleton />
        )}
      </Page>
    );
  }
  return (
    <Page title={hit.data.says} lead={<HitLead hit={hit.data} back={back} />}>
      <div className="hit-columns">
        <div>
          <HitEvidence evidence={hit.data.evidence} />
          <HitRule hit={hit.data} />
        </div>
        <HitSide hit={hit.data} />
      </div>
    </Page>
  );
}

/** How grave it is and how it stands, before all that it rests on. */
function HitLead({ hit, back }: { readonly hit: WatchHitView; readonly back: ReactNode }) {
  const { t } = useLocale();
  return (
    <span className="hit-lead">
      {back}
      <HitMark light={hit.light} />
      <strong>{t(`watch.status.${hit.status}`)}</strong>
    </span>
  );
}

function HitRule({ hit }: { readonly hit: WatchHitView }) {
  const { t, locale } = useLocale();
  const { rule, facts, ruleId, ruleName, ruleVersion } = hit;
  const parameters = Object.fromEntries(
    rule.parameters.map(({ name, value }) => [name, { value: Number(value), name, why: '-' }]),
  );
  const [baseId = ''] = ruleId.split('@');
  return (
    <section className="paper">
      <h2>{t('watch.rule')}</h2>
      <p>
        <Link to="/supervision/rules/$ruleId" params={{ ruleId: baseId }}>
          {ruleName}
        </Link>{' '}
        <span className="quiet">
          {baseId} · {t('watch.version', { version: ruleVersion })}
        </span>
      </p>
      {rule.riskPoint === undefined ? null : (
        <div className="notice notice-soft">
          <p className="notice-title">
            {t('watch.risk')}：{rule.riskPoint.name}（{t(`watch.level.${rule.riskPoint.level}`)}）
          </p>
          <p>{rule.riskPoint.description}</p>
          <p>
            {t('watch.measures')}：{rule.riskPoint.measures}
          </p>
        </div>
      )}
      <p>{inWords({ when: rule.when, parameters }, t)}</p>
      <h3>{t('watch.facts')}</h3>
      <dl className="facts">
        {facts.map(({ name, value }) => (
          <div key={name}>
            <dt>{factWord(name, t)}</dt>
            <dd>{factValue(name, value, t, locale)}</dd>
          </div>
        ))}
      </dl>
      <details className="desk-more">
        <summary>{t('watch.when')}</summary>
        <code className="feel">{rule.when}</code>
      </details>
      <h3>{t('watch.basis')}</h3>
      <ul className="plain-list">
        {rule.basis.map(({ law, article, text }) => (
          <li key={`${law} ${article}`}>
            {law} {article}
            {text === undefined ? null : <blockquote className="quiet">{text}</blockquote>}
          </li>
        ))}
      </ul>
    </section>
  );
}
