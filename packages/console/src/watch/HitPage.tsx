import type { WatchHitView } from '@yichuang/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { supervisionApi } from '../api/supervision.ts';
import { formatAt } from '../format/format-day.ts';
import { useLocale } from '../session/use-locale.ts';
import { Field } from '../ui/Field.tsx';
import { ListSkeleton } from '../ui/ListSkeleton.tsx';
import { Page } from '../ui/Page.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { useHotkeys } from '../ui/use-hotkeys.ts';
import { toast } from '../ui/toast.ts';
import { HitEvidence } from './HitEvidence.tsx';
import { HitMark } from './HitMark.tsx';
import { factValue, factWord, inWords } from './in-words.ts';
import { textKey } from '../texts/locale.ts';
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
        {hit.isError ? <ProblemNotice error={hit.error} /> : <ListSkeleton />}
      </Page>
    );
  }
  return (
    <Page title={hit.data.says} lead={back}>
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

function HitRule({ hit }: { readonly hit: WatchHitView }) {
  const { t } = useLocale();
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
            <dd>{factValue(name, value, t)}</dd>
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

function HitSide({ hit }: { readonly hit: WatchHitView }) {
  const { t, locale } = useLocale();
  return (
    <aside className="paper hit-side">
      <p className="hit-state">
        <HitMark light={hit.light} />
        <strong>{t(`watch.status.${hit.status}`)}</strong>
      </p>
      <dl className="facts">
        {hit.orgName === undefined ? null : (
          <div className="fact-wide">
            <dt>{t('watch.unit')}</dt>
            <dd>{hit.orgName}</dd>
          </div>
        )}
        {hit.people.length === 0 ? null : (
          <div className="fact-wide">
            <dt>{t('watch.people')}</dt>
            <dd>{hit.people.map(({ name }) => name).join(t('board.comma'))}</dd>
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
            {t('watch.openCase')} {hit.number}
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

function HitActs({ hit }: { readonly hit: WatchHitView }) {
  const { t } = useLocale();
  const [reason, setReason] = useState('');
  const queries = useQueryClient();
  const navigate = useNavigate();
  useHotkeys(
    {
      o: () => void navigate({ to: '/supervision/orders/new', search: { hitId: hit.hitId } }),
    },
    hit.status === 'open',
  );
  const refresh = async () => {
    await queries.invalidateQueries({ queryKey: ['hit', hit.hitId] });
    await queries.invalidateQueries({ queryKey: ['hits'] });
  };
  const mark = useMutation({
    mutationFn: () => supervisionApi.mark(hit.hitId, !hit.isMarked),
    onSuccess: refresh,
  });
  const setAside = useMutation({
    mutationFn: () => supervisionApi.setAside(hit.hitId, reason.trim()),
    onSuccess: async () => {
      toast(t('watch.setAsideDone'));
      await refresh();
    },
  });
  return (
    <div className="hit-acts">
      {hit.status !== 'open' ? null : (
        <Link
          to="/supervision/orders/new"
          search={{ hitId: hit.hitId }}
          className="ant-btn ant-btn-primary hit-order"
          aria-keyshortcuts="o"
        >
          {t('watch.writeOrder')}
        </Link>
      )}
      <Button loading={mark.isPending} onClick={() => mark.mutate()}>
        {t(hit.isMarked ? 'watch.unmark' : 'watch.mark')}
      </Button>
      {hit.status !== 'open' ? null : (
        <details className="desk-more">
          <summary>{t('watch.setAside')}</summary>
          <Field label={t('watch.setAsideReason')}>
            {(control) => (
              <Input.TextArea
                {...control}
                rows={3}
                maxLength={500}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
          <Button
            disabled={[...reason.trim()].length < 5}
            loading={setAside.isPending}
            onClick={() => setAside.mutate()}
          >
            {t('watch.setAside')}
          </Button>
        </details>
      )}
      {setAside.error === null ? null : <ProblemNotice error={setAside.error} />}
      {mark.error === null ? null : <ProblemNotice error={mark.error} />}
    </div>
  );
}
