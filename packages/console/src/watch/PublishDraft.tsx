import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { supervisionApi } from '../api/supervision.ts';
import { useLocale } from '../session/use-locale.ts';
import { Field } from '../ui/Field.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { toast } from '../ui/toast.ts';

interface PublishDraftProps {
  readonly ruleId: string;
  /** When the draft that is shown was changed last. */
  readonly changedAt: string;
  readonly needsAnother: boolean;
}

/** The last step: with a reason that stands beside the version for ever. */
export function PublishDraft({ ruleId, changedAt, needsAnother }: PublishDraftProps) {
  const { t } = useLocale();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const publish = useMutation({
    mutationFn: () => supervisionApi.publish(ruleId, { reason: reason.trim(), changedAt }),
    onSuccess: async () => {
      toast(t('watch.published'));
      await queries.invalidateQueries({ queryKey: ['watch-rule', ruleId] });
      await queries.invalidateQueries({ queryKey: ['watch-rules'] });
    },
  });
  if (needsAnother) return <p className="notice notice-soft">{t('watch.needsAnother')}</p>;
  return (
    <div className="desk-foot">
      <Field label={t('watch.publishReason')}>
        {(control) => (
          <Input
            {...control}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <Button
        type="primary"
        disabled={[...reason.trim()].length < 5}
        loading={publish.isPending}
        onClick={() => publish.mutate()}
      >
        {t('watch.publish')}
      </Button>
      {publish.error === null ? null : <ProblemNotice error={publish.error} />}
    </div>
  );
}
