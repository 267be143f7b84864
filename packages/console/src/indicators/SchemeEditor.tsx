import type { AssessmentScheme, SchemeView } from '@yichuang/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { indicatorsApi } from '../api/indicators.ts';
import { useLocale } from '../session/use-locale.ts';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { PublishScheme } from './PublishScheme.tsx';
import { SchemeMoved } from './SchemeMoved.tsx';
import { isWhole } from './scheme-edits.ts';
import { SchemeEffectTable } from './SchemeEffectTable.tsx';
import { SchemeGrades } from './SchemeGrades.tsx';
import { SchemeLines } from './SchemeLines.tsx';
import { SchemeVetoes } from './SchemeVetoes.tsx';

interface SchemeEditorProps {
  readonly view: SchemeView;
  /** Where a new draft begins. */
  readonly begun: AssessmentScheme;
  readonly period: string;
  /** Something was typed: it stays, whatever becomes of the draft. */
  readonly onEdit: () => void;
  readonly onClose: () => void;
}

interface Typed {
  readonly scheme: AssessmentScheme;
  /** Instant of the draft that it was written on; undefined where there was none. */
  readonly onDraft: string | undefined;
}

/** Write, save and try, look at who would rise and fall; then another publishes it. */
export function SchemeEditor({ view, begun, period, onEdit, onClose }: SchemeEditorProps) {
  const { t } = useLocale();
  const client = useQueryClient();
  const { draft, indicators, today } = view;
  const [typed, setTyped] = useState<Typed>();
  const scheme = typed?.scheme ?? draft?.scheme ?? begun;
  const key = ['indicators', 'scheme'];
  const done = (now: SchemeView) => {
    client.setQueryData(key, now);
    setTyped(undefined);
    onClose();
  };
  // Whatever was refused, the draft may be another one by now: it is shown beside what was typed.
  const onError = () => client.invalidateQueries({ queryKey: key, exact: true });
  const onDraft = typed === undefined ? draft?.changedAt : typed.onDraft;
  const save = useMutation({
    mutationFn: () =>
      indicatorsApi.saveScheme({
        scheme,
        ...(onDraft === undefined ? {} : { changedAt: onDraft }),
      }),
    onSuccess: done,
    onError,
  });
  const discard = useMutation({
    mutationFn: (changedAt: string) => indicatorsApi.discardScheme(changedAt),
    onSuccess: done,
    onError,
  });
  const isMoved = onDraft !== draft?.changedAt;
  const isChanged = JSON.stringify(scheme) !== JSON.stringify(draft?.scheme);
  const change = (part: Partial<AssessmentScheme>) => {
    setTyped({ scheme: { ...scheme, ...part }, onDraft });
    onEdit();
  };
  return (
    <section className="paper scheme-editor" aria-label={t('scheme.draft')}>
      <h2>{t('scheme.draft')}</h2>
      {draft === undefined ? null : (
        <p className="quiet">{t('scheme.draftBy', { author: draft.author })}</p>
      )}
      <SchemeLines lines={scheme.lines} indicators={indicators} onChange={change} />
      <SchemeVetoes vetoes={scheme.vetoes} indicators={indicators} onChange={change} />
      <SchemeGrades grades={scheme.grades} onChange={change} />
      <div className="scheme-acts">
        <Button
          type={isChanged ? 'primary' : 'default'}
          disabled={!isWhole(scheme) || !isChanged || isMoved}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {t('scheme.save')}
        </Button>
        {draft === undefined ? (
          <Button onClick={onClose}>{t('scheme.cancel')}</Button>
        ) : (
          <Button
            danger
            disabled={isMoved}
            loading={discard.isPending}
            onClick={() => discard.mutate(draft.changedAt)}
          >
            {t('scheme.discard')}
          </Button>
        )}
      </div>
      {save.error === null || isMoved ? null : <ProblemNotice error={save.error} />}
      {discard.error === null ? null : <ProblemNotice error={discard.error} />}
      {isMoved ? (
        <SchemeMoved
          author={draft?.author}
          onKeep={() => {
            setTyped({ scheme, onDraft: draft?.changedAt });
            save.reset();
          }}
          onDrop={() => {
            setTyped(undefined);
            save.reset();
            onClose();
          }}
        />
      ) : null}
      {draft === undefined || isMoved ? null : isChanged ? (
        <p className="notice notice-soft">{t('scheme.stale')}</p>
      ) : (
        <>
          <SchemeEffectTable period={period} changedAt={draft.changedAt} />
          <PublishScheme
            today={today}
            changedAt={draft.changedAt}
            needsAnother={draft.needsAnother}
            onDone={done}
          />
        </>
      )}
    </section>
  );
}
