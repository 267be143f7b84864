import type { BatchResult, TaskRow } from '@yichuang/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useRef, useState } from 'react';
import { officeApi } from '../api/office.ts';
import { newIdempotencyKey } from '../api/request.ts';
import { useLocale } from '../session/use-locale.ts';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { batchOf, failuresOf } from './batch.ts';

interface BatchBarProps {
  readonly rows: readonly TaskRow[];
  readonly onClear: () => void;
}

/** Agrees to what is ticked, with one opinion; each case decides for itself. */
export function BatchBar({ rows, onClear }: BatchBarProps) {
  const { t } = useLocale();
  const queries = useQueryClient();
  const [opinion, setOpinion] = useState(t('act.ApproveTask.default'));
  const [isSending, setIsSending] = useState(false);
  const [error, setError] = useState<unknown>();
  const [done, setDone] = useState<{
    readonly result: BatchResult;
    readonly rows: readonly TaskRow[];
  }>();
  const key = useRef(newIdempotencyKey());
  if (rows.length === 0 && done === undefined) return null;
  const send = async () => {
    setIsSending(true);
    setError(undefined);
    try {
      const result = await officeApi.batch(batchOf(rows, opinion), key.current);
      key.current = newIdempotencyKey();
      setDone({ result, rows });
      onClear();
      void queries.invalidateQueries({ queryKey: ['tasks'] });
    } catch (caught) {
      setError(caught);
    } finally {
      setIsSending(false);
    }
  };
  return (
    <section className="batch" aria-label={t('batch.label')}>
      {done === undefined ? null : <BatchReport {...done} onClose={() => setDone(undefined)} />}
      {rows.length === 0 ? null : (
        <div className="batch-bar">
          <label className="batch-opinion">
            <span>{t('act.opinion')}</span>
            <Input
              value={opinion}
              maxLength={500}
              onChange={(event) => setOpinion(event.target.value)}
            />
          </label>
          <Button onClick={onClear}>{t('batch.clear')}</Button>
          <Button type="primary" loading={isSending} onClick={() => void send()}>
            {t('batch.approve', { n: rows.length })}
          </Button>
        </div>
      )}
      {error === undefined ? null : <ProblemNotice error={error} />}
    </section>
  );
}

interface BatchReportProps {
  readonly result: BatchResult;
  readonly rows: readonly TaskRow[];
  readonly onClose: () => void;
}

/** How many were done; of each that was not, why and what to do. */
function BatchReport({ result, rows, onClose }: BatchReportProps) {
  const { t } = useLocale();
  const failures = failuresOf(result, rows);
  const n = result.results.length - failures.length;
  return (
    <div className={failures.length === 0 ? 'notice' : 'notice notice-bad'} role="status">
      <p className="notice-title">
        {failures.length === 0
          ? t('batch.done', { n })
          : t('batch.partly', { n, m: failures.length })}
      </p>
      <ul>
        {failures.map(({ key, title, text, nextStep }) => (
          <li key={key}>
            {t('batch.failed', { title, text })} {nextStep}
          </li>
        ))}
      </ul>
      <Button size="small" onClick={onClose}>
        {t('batch.close')}
      </Button>
    </div>
  );
}
