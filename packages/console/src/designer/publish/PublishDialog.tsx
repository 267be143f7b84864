import type { DesignProblem, DesignPublished } from '@yichuang/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { designerApi } from '../../api/designer.ts';
import { formatDay } from '../../format/format-day.ts';
import { Field } from '../../ui/Field.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { toast } from '../../ui/toast.ts';
import { ProblemRows } from '../ProblemRows.tsx';
import { useToday } from '../use-today.ts';
import { useWorkbench } from '../workbench-context.ts';

interface PublishDialogProps {
  readonly onClose: () => void;
  readonly onGo: (problem: DesignProblem) => void;
}

/** From which day, and why; what happens to the cases under way is said before, not after. */
export function PublishDialog({ onClose, onGo }: PublishDialogProps) {
  const { problems, words } = useWorkbench();
  const { t } = words;
  if (problems.length > 0) {
    return (
      <Modal open title={t('designer.publishNot')} footer={null} onCancel={onClose} width={560}>
        <p>{t('designer.problemsToMend', { n: problems.length })}</p>
        <ProblemRows
          problems={problems}
          onGo={(problem) => {
            onClose();
            onGo(problem);
          }}
        />
      </Modal>
    );
  }
  return <PublishForm onClose={onClose} />;
}

function PublishForm({ onClose }: { readonly onClose: () => void }) {
  const { view, design, words } = useWorkbench();
  const { t, locale } = words;
  const queries = useQueryClient();
  const navigate = useNavigate();
  const today = useToday();
  const [day, setDay] = useState<string>();
  const [note, setNote] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const [hasReplaced, setHasReplaced] = useState(false);
  const [isSending, setIsSending] = useState(false);
  const [error, setError] = useState<unknown>();
  const from = day ?? today;
  const newer = newerThan(view.newestVersion, view.base?.version);
  const noteProblem = note.trim() === '' ? t('designer.noteMissing') : undefined;
  const publish = async () => {
    setIsChecked(true);
    if (noteProblem !== undefined || (newer !== undefined && !hasReplaced)) return;
    setIsSending(true);
    setError(undefined);
    try {
      const revision = await design.flush();
      if (revision === undefined) return onClose();
      const replaces = newer === undefined ? {} : { replaces: newer };
      const order = { from, note: note.trim(), revision, ...replaces };
      const done: DesignPublished = await designerApi.publish(view.draftId, order);
      toast(
        t('designer.published', {
          name: design.item.name,
          n: done.version,
          day: formatDay(done.from, locale),
        }),
      );
      void queries.invalidateQueries({ queryKey: ['designer'] });
      await navigate({ to: '/designer' });
    } catch (caught) {
      setError(caught);
    } finally {
      setIsSending(false);
    }
  };
  return (
    <Modal
      open
      title={t('designer.publishTitle', { name: design.item.name })}
      okText={t(from === today ? 'designer.publishNow' : 'designer.publishLater')}
      cancelText={t('act.cancel')}
      okButtonProps={{ loading: isSending }}
      onOk={() => void publish()}
      onCancel={onClose}
      width={560}
    >
      <Field label={t('designer.from')} hint={t('designer.fromHint')}>
        {(control) => (
          <Input
            {...control}
            type="date"
            min={today}
            value={from}
            onChange={(event) => setDay(event.target.value)}
          />
        )}
      </Field>
      <Field
        label={t('designer.note')}
        hint={t('designer.noteHint')}
        problem={isChecked ? noteProblem : undefined}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 2, maxRows: 5 }}
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      <ul className="publish-facts">
        <li>{t('designer.publishFact.new', { day: formatDay(from, locale) })}</li>
        {view.newestVersion === undefined ? null : <li>{t('designer.publishFact.running')}</li>}
        <li>{t('designer.publishFact.record')}</li>
      </ul>
      {newer === undefined ? null : (
        <div className="notice notice-soft">
          <p>{t('designer.newer', { n: newer })}</p>
          <label className="check-line">
            <input
              type="checkbox"
              checked={hasReplaced}
              onChange={(event) => setHasReplaced(event.target.checked)}
            />
            {t('designer.newerSeen', { n: newer })}
          </label>
          {isChecked && !hasReplaced ? (
            <p className="field-problem">{t('designer.newerMissing')}</p>
          ) : null}
        </div>
      )}
      {error === undefined ? null : <ProblemNotice error={error} />}
    </Modal>
  );
}

function newerThan(newest: number | undefined, base: number | undefined): number | undefined {
  return newest !== undefined && newest > (base ?? 0) ? newest : undefined;
}
