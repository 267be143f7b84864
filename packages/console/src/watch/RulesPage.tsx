import type { WatchRuleRow } from '@yichuang/contracts';
import { WATCH_KINDS } from '@yichuang/kernel/words';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { supervisionApi } from '../api/supervision.ts';
import { useLocale } from '../session/use-locale.ts';
import { SupervisionNav } from '../supervision/SupervisionNav.tsx';
import { ListSkeleton } from '../ui/ListSkeleton.tsx';
import { Page } from '../ui/Page.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { eachKey } from './each-key.ts';
import { HitMark } from './HitMark.tsx';
import './watch.css';

/** What is watched, by kind; the retired stand where they stood. */
export function RulesPage() {
  const { t } = useLocale();
  const rules = useQuery({ queryKey: ['watch-rules'], queryFn: () => supervisionApi.rules() });
  const rows = rules.data?.rows ?? [];
  return (
    <Page title={t('watch.rules')} lead={t('watch.rulesLead')}>
      <SupervisionNav />
      {rules.isError ? (
        <ProblemNotice error={rules.error} onRetry={() => void rules.refetch()} />
      ) : null}
      {rules.isPending ? <ListSkeleton /> : null}
      {WATCH_KINDS.map((kind) => {
        const own = rows.filter((row) => row.kind === kind);
        return own.length === 0 ? null : (
          <section key={kind} className="rule-group" aria-labelledby={`kind-${kind}`}>
            <h2 id={`kind-${kind}`}>{t(`watch.kind.${kind}`)}</h2>
            <RuleTable rows={own} label={t(`watch.kind.${kind}`)} />
          </section>
        );
      })}
    </Page>
  );
}

function RuleTable({
  rows,
  label,
}: {
  readonly rows: readonly WatchRuleRow[];
  readonly label: string;
}) {
  const { t } = useLocale();
  return (
    <table className="tasks rule-table" aria-label={label}>
      <thead>
        <tr>
          <th scope="col" className="col-light">
            {t('watch.lightName')}
          </th>
          <th scope="col" className="col-id">
            {t('watch.number')}
          </th>
          <th scope="col" className="col-says">
            {t('watch.rule')}
          </th>
          <th scope="col" className="col-unit">
            {t('watch.looksAt')}
          </th>
          <th scope="col" className="col-status">
            {t('watch.versions')}
          </th>
          <th scope="col" className="col-n">
            {t('watch.hits30')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.ruleId}>
            <td className="col-light">
              <HitMark light={row.light} />
            </td>
            <td className="col-id">{row.ruleId}</td>
            <td className="col-says">
              <Link to="/supervision/rules/$ruleId" params={{ ruleId: row.ruleId }} data-row="">
                {row.name}
              </Link>
              {row.isByLaw ? <span className="badge">{t('watch.byLaw')}</span> : null}
              {row.act === 'retired' ? <span className="badge">{t('watch.retired')}</span> : null}
              {row.hasDraft ? <span className="badge">{t('watch.hasDraft')}</span> : null}
            </td>
            <td className="col-unit">{t(eachKey(row.each))}</td>
            <td className="col-status">
              {row.version === 0
                ? t('watch.neverPublished')
                : t('watch.version', { version: row.version })}
            </td>
            <td className="col-n">
              {row.hits === 0 ? (
                <span className="quiet">0</span>
              ) : (
                <Link to="/supervision" search={{ ruleId: row.ruleId }}>
                  {row.hits}
                </Link>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
