import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { supervisionApi } from '../api/supervision.ts';
import { useLocale } from '../session/use-locale.ts';
import { Field } from '../ui/Field.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { toast } from '../ui/toast.ts';

/** Only what follows from no law; the reason and the document stay in the list. */
export function RetireRule({ ruleId }: { readonly ruleId: string }) {
  const { t } = useLocale();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [law, setLaw] = useState('');
  const [article, setArticle] = useState('');
  const retire = useMutation({
    mutationFn: () =>
      supervisionApi.retire(ruleId, {
        reason: reason.trim(),
        basis: { law: law.trim(), article: article.trim() },
      }),
    onSuccess: async () => {
      toast(t('watch.retireDone'));
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
      <p className="quiet">{t('watch.retireLead')}</p>
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
        {t('watch.retire')}
      </Button>
    </details>
  );
}
