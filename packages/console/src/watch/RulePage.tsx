import type { WatchRuleView } from '@yichuang/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { supervisionApi } from '../api/supervision.ts';
import { useLocale } from '../session/use-locale.ts';
import { ListSkeleton } from '../ui/ListSkeleton.tsx';
import { Page } from '../ui/Page.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { toast } from '../ui/toast.ts';
import { eachKey } from './each-key.ts';
import { HitMark } from './HitMark.tsx';
import { inWords, placesInWords } from './in-words.ts';
import { RetireRule } from './RetireRule.tsx';
import { RuleEditor } from './RuleEditor.tsx';
import { RuleVersions } from './RuleVersions.tsx';
import { scopeInWords } from './scope.ts';
import './watch.css';

/** A rule in sentences; who may write changes a threshold right there. */
export function RulePage() {
  const { t } = useLocale();
  const { ruleId } = useParams({ from: '/supervision/rules/$ruleId' });
  const rule = useQuery({
    queryKey: ['watch-rule', ruleId],
    queryFn: () => supervisionApi.rule(ruleId),
    // While it is tried, the numbers move.
    refetchInterval: ({ state }) => (state.data?.draft?.trial?.status === 'running' ? 1000 : false),
  });
  const back = <Link to="/supervision/rules">{t('watch.backRules')}</Link>;
  if (rule.data === undefined) {
    return (
      <Page title={t('watch.rules')} lead={back}>
        {rule.isError ? (
          <ProblemNotice error={rule.error} onRetry={() => void rule.refetch()} />
        ) : (
          <ListSkeleton />
        )}
      </Page>
    );
  }
  const { data } = rule;
  return (
    <Page
      title={data.draft?.definition.name ?? data.name}
      lead={back}
      actions={data.canWrite && data.version > 0 ? <CopyButton rule={data} /> : undefined}
    >
      <div className="hit-columns">
        <div>
          <RuleSentences rule={data} />
          {data.canWrite ? (
            <RuleEditor key={`${data.version} ${data.draft === undefined}`} rule={data} />
          ) : null}
        </div>
        <aside className="paper hit-side">
          <RuleVersions versions={data.versions} />
          {data.retirement === undefined ? null : (
            <RetireRule ruleId={data.ruleId} retirement={data.retirement} />
          )}
        </aside>
      </div>
    </Page>
  );
}

function CopyButton({ rule }: { readonly rule: WatchRuleView }) {
  const { t } = useLocale();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const copy = useMutation({
    mutationFn: () => supervisionApi.copy(rule.ruleId),
    onSuccess: async ({ ruleId }) => {
      toast(t('watch.copied'));
      await queries.invalidateQueries({ queryKey: ['watch-rules'] });
      await navigate({ to: '/supervision/rules/$ruleId', params: { ruleId } });
    },
  });
  return (
    <>
      <Button loading={copy.isPending} onClick={() => copy.mutate()}>
        {t('watch.copy')}
      </Button>
      {copy.error === null ? null : <ProblemNotice error={copy.error} />}
    </>
  );
}

function RuleSentences({ rule }: { readonly rule: WatchRuleView }) {
  const { t, locale } = useLocale();
  const { definition, ruleId, version, isByLaw, act, hits } = rule;
  return (
    <section className="paper">
      <p className="hit-state">
        <HitMark light={definition.light} />
        <span>{t(`watch.kind.${definition.kind}`)}</span>
        <span className="quiet">
          {ruleId} · {version === 0 ? t('watch.neverPublished') : t('watch.version', { version })}
        </span>
        {isByLaw ? <span className="badge">{t('watch.byLaw')}</span> : null}
        {act === 'retired' ? <span className="badge">{t('watch.retired')}</span> : null}
      </p>
      <dl className="facts">
        <div>
          <dt>{t('watch.looksAt')}</dt>
          <dd>{t(eachKey(definition.each))}</dd>
        </div>
        <div>
          <dt>{t('watch.hits30')}</dt>
          <dd>
            <Link to="/supervision" search={{ ruleId }}>
              {hits}
            </Link>
          </dd>
        </div>
        <div className="fact-wide">
          <dt>{t('watch.condition')}</dt>
          <dd>{inWords(definition, t)}</dd>
        </div>
        <div className="fact-wide">
          <dt>{t('watch.saysLabel')}</dt>
          <dd>{placesInWords(definition, t, locale)}</dd>
        </div>
        <div className="fact-wide">
          <dt>{t('watch.scope')}</dt>
          <dd>{scopeInWords(definition, rule.scopes, t)}</dd>
        </div>
        {definition.tell === undefined ? null : (
          <div className="fact-wide">
            <dt>{t('watch.tell')}</dt>
            <dd>{definition.tell.map((to) => t(`watch.tell.${to}`)).join(t('board.comma'))}</dd>
          </div>
        )}
        <div className="fact-wide">
          <dt>{t('watch.basis')}</dt>
          <dd>
            {definition.basis.map(({ law, article, text }) => (
              <p key={`${law} ${article}`}>
                {law} {article}
                {text === undefined ? null : <span className="quiet"> {text}</span>}
              </p>
            ))}
          </dd>
        </div>
      </dl>
    </section>
  );
}
