import type { WatchDefinition, WatchRuleView } from '@yichuang/contracts';
import { canonicalJson } from '@yichuang/kernel/ledger';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { supervisionApi } from '../api/supervision.ts';
import { useLocale } from '../session/use-locale.ts';
import { DayField } from '../ui/DayField.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { lastQuarter } from './last-quarter.ts';
import { PublishDraft } from './PublishDraft.tsx';
import { RuleWording } from './RuleWording.tsx';
import { Thresholds } from './Thresholds.tsx';
import { TrialResult } from './TrialResult.tsx';

/** Thresholds first, since they are what changes; the rest is a fold away. */
export function RuleEditor({ rule }: { readonly rule: WatchRuleView }) {
  const { t } = useLocale();
  const { ruleId, draft } = rule;
  const queries = useQueryClient();
  const [definition, setDefinition] = useState<WatchDefinition>(
    draft?.definition ?? rule.definition,
  );
  const [period, setPeriod] = useState(() => lastQuarter(rule.today));
  // Of the draft that these fields began with: a colleague's newer one is not written over unread.
  const [known, setKnown] = useState(draft?.changedAt);
  const queryKey = ['watch-rule', ruleId];
  const refresh = () => queries.invalidateQueries({ queryKey });
  /** Said once: whoever goes on afterwards knows what stands there. */
  const showOther = async () => {
    await refresh();
    setKnown(queries.getQueryData<WatchRuleView>(queryKey)?.draft?.changedAt);
  };
  const tryOut = useMutation({
    mutationFn: async () => {
      const given = known === undefined ? {} : { changedAt: known };
      const { changedAt } = await supervisionApi.saveDraft(ruleId, { definition, ...given });
      setKnown(changedAt);
      await supervisionApi.tryOut(ruleId, period);
    },
    onSuccess: refresh,
    onError: showOther,
  });
  const discard = useMutation({
    mutationFn: () => supervisionApi.discard(ruleId, known ?? ''),
    onSuccess: async () => {
      setDefinition(rule.definition);
      await showOther();
    },
    onError: showOther,
  });
  const change = (part: Partial<WatchDefinition>) => setDefinition({ ...definition, ...part });
  // Whatever the order in which the answer names the parts.
  const isChanged = draft === undefined || !isSame(definition, draft.definition);
  return (
    <section className="paper" aria-label={t('watch.edit')}>
      <h2>{t('watch.edit')}</h2>
      {draft === undefined ? null : (
        <p className="quiet">{t('watch.draftBy', { author: draft.author })}</p>
      )}
      {rule.isByLaw ? <p className="notice notice-soft">{t('watch.lawOnly')}</p> : null}
      <Thresholds definition={definition} onChange={change} />
      <RuleWording
        rule={rule}
        definition={definition}
        onChange={change}
        onReplace={setDefinition}
      />
      {draft === undefined || draft.problems.length === 0 || isChanged ? null : (
        <div className="notice notice-bad" role="alert">
          <p className="notice-title">{t('watch.problems')}</p>
          <ul>
            {draft.problems.map(({ place, text }) => (
              <li key={`${place} ${text}`}>{text}</li>
            ))}
          </ul>
        </div>
      )}
      <div className="try-row">
        <DayField
          label={t('watch.from')}
          value={period.from}
          onChange={(from) => setPeriod({ ...period, from })}
        />
        <DayField
          label={t('watch.until')}
          value={period.until}
          onChange={(until) => setPeriod({ ...period, until })}
        />
        <Button type="primary" loading={tryOut.isPending} onClick={() => tryOut.mutate()}>
          {t('watch.try')}
        </Button>
        {draft === undefined ? null : (
          <Button type="text" loading={discard.isPending} onClick={() => discard.mutate()}>
            {t('watch.discard')}
          </Button>
        )}
      </div>
      <p className="quiet try-lead">{t('watch.tryLead')}</p>
      {tryOut.error === null || (draft?.problems.length ?? 0) > 0 ? null : (
        <ProblemNotice error={tryOut.error} />
      )}
      {discard.error === null ? null : <ProblemNotice error={discard.error} />}
      {draft?.trial === undefined ? null : (
        <TrialResult trial={draft.trial} isStale={isChanged || !draft.trial.isOfDraft} />
      )}
      {draft?.trial?.status === 'done' && draft.trial.isOfDraft && !isChanged ? (
        <PublishDraft
          ruleId={ruleId}
          changedAt={draft.changedAt}
          needsAnother={draft.needsAnother}
        />
      ) : null}
    </section>
  );
}

function isSame(one: WatchDefinition, other: WatchDefinition): boolean {
  return canonicalJson(one) === canonicalJson(other);
}
