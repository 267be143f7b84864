import type { SchemeView } from '@yichuang/contracts';
import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { indicatorsApi } from '../api/indicators.ts';
import { newIdempotencyKey } from '../api/request.ts';
import { useLocale } from '../session/use-locale.ts';
import { DayField } from '../ui/DayField.tsx';
import { Field } from '../ui/Field.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { toast } from '../ui/toast.ts';
import { spanAround } from './indicator-periods.ts';

interface PublishSchemeProps {
  readonly today: string;
  /** When the draft that is shown was changed last. */
  readonly changedAt: string;
  readonly needsAnother: boolean;
  readonly onDone: (now: SchemeView) => void;
}

/** The last step: from the next quarter on, unless another day is chosen. */
export function PublishScheme({ today, changedAt, needsAnother, onDone }: PublishSchemeProps) {
  const { t } = useLocale();
  const [reason, setReason] = useState('');
  const [holdsFrom, setHoldsFrom] = useState(() => spanAround(today, 'quarter', 1).from);
  const publish = useMutation({
    mutationFn: () =>
      indicatorsApi.publishScheme(
        { reason: reason.trim(), holdsFrom, changedAt },
        newIdempotencyKey(),
      ),
    onSuccess: (now) => {
      toast(t('scheme.published'));
      onDone(now);
    },
  });
  if (needsAnother) return <p className="notice notice-soft">{t('scheme.needsAnother')}</p>;
  return (
    <>
      <div className="scheme-publish">
        <DayField
          label={t('scheme.from')}
          hint={t('scheme.fromHint')}
          min={today}
          value={holdsFrom}
          onChange={setHoldsFrom}
        />
        <Field label={t('scheme.publishReason')}>
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
          disabled={[...reason.trim()].length < 5 || holdsFrom === ''}
          loading={publish.isPending}
          onClick={() => publish.mutate()}
        >
          {t('scheme.publish')}
        </Button>
      </div>
      {publish.error === null ? null : <ProblemNotice error={publish.error} />}
    </>
  );
}
