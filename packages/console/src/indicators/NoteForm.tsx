import type { AssessmentRow } from '@yichuang/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { indicatorsApi } from '../api/indicators.ts';
import { newIdempotencyKey } from '../api/request.ts';
import { useLocale } from '../session/use-locale.ts';
import { Field } from '../ui/Field.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { SelectField } from '../ui/SelectField.tsx';

const KINDS = ['comment', 'objection'] as const;

interface NoteFormProps {
  readonly period: string;
  readonly offices: readonly AssessmentRow[];
}

/** What a department says of its score; it stays for good. */
export function NoteForm({ period, offices }: NoteFormProps) {
  const { t } = useLocale();
  const client = useQueryClient();
  const [orgId, setOrgId] = useState(offices[0]?.orgId ?? '');
  const [kind, setKind] = useState<(typeof KINDS)[number]>('comment');
  const [note, setNote] = useState('');
  const send = useMutation({
    mutationFn: () => indicatorsApi.note(period, { orgId, kind, note }, newIdempotencyKey()),
    onSuccess: (now) => {
      client.setQueryData(['indicators', 'assessment', period], now);
      setNote('');
    },
  });
  return (
    <form
      className="paper note-form"
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate();
      }}
    >
      {offices.length < 2 ? null : (
        <SelectField
          label={t('indicators.office')}
          value={orgId}
          options={offices.map(({ orgId: value, name }) => ({ value, title: name }))}
          onChange={setOrgId}
        />
      )}
      <div className="chips" role="group" aria-label={t('indicators.noteKind')}>
        {KINDS.map((one) => (
          <button
            key={one}
            type="button"
            className="chip"
            aria-pressed={kind === one}
            onClick={() => setKind(one)}
          >
            {t(`indicators.note.${one}`)}
          </button>
        ))}
      </div>
      <Field label={t('indicators.noteText')}>
        {({ status: _status, ...aria }) => (
          <textarea
            {...aria}
            className="note-text"
            rows={3}
            maxLength={2000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      <Button
        htmlType="submit"
        type="primary"
        disabled={note.trim() === '' || orgId === ''}
        loading={send.isPending}
      >
        {t('indicators.noteSend')}
      </Button>
      {send.isError ? <ProblemNotice error={send.error} onRetry={() => send.mutate()} /> : null}
    </form>
  );
}
