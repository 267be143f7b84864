import type { AssessmentScheme, SchemeView } from '@yichuang/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { indicatorsApi } from '../api/indicators.ts';
import { useLocale } from '../session/use-locale.ts';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { PublishScheme } from './PublishScheme.tsx';
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
  readonly onClose: () => void;
}

/** Write, save and try, look at who would rise and fall; then another publishes it. */
export function SchemeEditor({ view, begun, period, onClose }: SchemeEditorProps) {
  const { t } = useLocale();
  const client = useQueryClient();
  const { draft, indicators, today } = view;
  const [scheme, setScheme] = useState(draft?.scheme ?? begun);
  const keep = (now: SchemeView) => client.setQueryData(['indicators', 'scheme'], now);
  const save = useMutation({
    mutationFn: () => indicatorsApi.saveScheme(scheme),
    onSuccess: keep,
  });
  const discard = useMutation({
    mutationFn: () => indicatorsApi.discardScheme(),
    onSuccess: (now) => {
      keep(now);
      onClose();
    },
  });
  const isChanged = JSON.stringify(scheme) !== JSON.stringify(draft?.scheme);
  const change = (part: Partial<AssessmentScheme>) => setScheme({ ...scheme, ...part });
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
          disabled={!isWhole(scheme) || !isChanged}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {t('scheme.save')}
        </Button>
        {draft === undefined ? (
          <Button onClick={onClose}>{t('scheme.cancel')}</Button>
        ) : (
          <Button danger loading={discard.isPending} onClick={() => discard.mutate()}>
            {t('scheme.discard')}
          </Button>
        )}
      </div>
      {save.error === null ? null : <ProblemNotice error={save.error} />}
      {discard.error === null ? null : <ProblemNotice error={discard.error} />}
      {draft === undefined ? null : isChanged ? (
        <p className="notice notice-soft">{t('scheme.stale')}</p>
      ) : (
        <>
          <SchemeEffectTable period={period} changedAt={draft.changedAt} />
          <PublishScheme
            today={today}
            changedAt={draft.changedAt}
            needsAnother={draft.needsAnother}
            onDone={(now) => {
              keep(now);
              onClose();
            }}
          />
        </>
      )}
    </section>
  );
}
