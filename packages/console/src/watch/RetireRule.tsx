import type { RetireRuleBody, WatchRetirement } from '@yichuang/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { supervisionApi } from '../api/supervision.ts';
import { useLocale } from '../session/use-locale.ts';
import { Field } from '../ui/Field.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { toast } from '../ui/toast.ts';
import { AnswerRetirement } from './AnswerRetirement.tsx';

interface RetireRuleProps {
  readonly ruleId: string;
  readonly retirement: WatchRetirement;
}

/** Only what follows from no law: proposed by one and agreed to by another, where two supervise. */
export function RetireRule({ ruleId, retirement }: RetireRuleProps) {
  const { proposal, needsAnother } = retirement;
  if (proposal === undefined) return <WriteRetirement {...{ ruleId, needsAnother }} />;
  return <AnswerRetirement {...{ ruleId, proposal, needsAnother }} />;
}

interface WriteRetirementProps {
  readonly ruleId: string;
  /** What is written is a proposal to another who supervises. */
  readonly needsAnother: boolean;
}

/** The reason and the document stay in the list. */
function WriteRetirement({ ruleId, needsAnother }: WriteRetirementProps) {
  const { t } = useLocale();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [law, setLaw] = useState('');
  const [article, setArticle] = useState('');
  const retire = useMutation({
    mutationFn: () => {
      const basis = { law: law.trim(), article: article.trim() };
      const body: RetireRuleBody = { reason: reason.trim(), basis };
      return needsAnother
        ? supervisionApi.proposeRetirement(ruleId, body)
        : supervisionApi.retire(ruleId, body);
    },
    onSuccess: async () => {
      toast(t(needsAnother ? 'watch.retireProposed' : 'watch.retireDone'));
      await queries.invalidateQueries({ queryKey: ['watch-rule', ruleId] });
      await queries.invalidateQueries({ queryKey: ['watch-rules'] });
    },
  });
  const isReady = [...reason.trim()].length >= 5 && law.trim() !== '' && article.trim() !== '';
  const fields = [
    ['watch.retireReason', reason, setReason],
    ['watch.retireLaw', law, setLaw],
    ['watch.retireArticle', article, setArticle],
  ] as const;
  return (
    <details className="desk-more">
      <summary>{t('watch.retire')}</summary>
      <p className="quiet">{t(needsAnother ? 'watch.retireLeadTwo' : 'watch.retireLead')}</p>
      {fields.map(([label, value, change]) => (
        <Field key={label} label={t(label)}>
          {(control) => (
            <Input
              {...control}
              maxLength={200}
              value={value}
              onChange={(event) => change(event.target.value)}
            />
          )}
        </Field>
      ))}
      {retire.error === null ? null : <ProblemNotice error={retire.error} />}
      <Button danger disabled={!isReady} loading={retire.isPending} onClick={() => retire.mutate()}>
        {t(needsAnother ? 'watch.retirePropose' : 'watch.retire')}
      </Button>
    </details>
  );
}
