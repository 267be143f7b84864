import type { UploadOverview } from '@yichuang/contracts';
import { Button } from 'antd';
import { uploadApi } from '../api/upload.ts';
import { formatAt, formatDay } from '../format/format-day.ts';
import { useLocale } from '../session/use-locale.ts';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { toast } from '../ui/toast.ts';
import { stateWords } from './upload-words.ts';
import { useUploadAct } from './use-upload.ts';

interface UploadStateProps {
  readonly view: UploadOverview;
  readonly canManage: boolean;
}

/** The line that is read from across the room, and below it what stands behind it. */
export function UploadState({ view, canManage }: UploadStateProps) {
  const { t, locale } = useLocale();
  const at = (instant: string): string => formatAt(instant, locale);
  const { tone, title, todo } = stateWords(view, t, at);
  const retry = useUploadAct(
    () => uploadApi.tryNow(),
    () => toast(t('upload.trying')),
  );
  return (
    <>
      {view.contradictedDays.map((day) => (
        <div key={day} className="notice notice-bad" role="alert">
          <p className="notice-title">
            {t('upload.contradicted', { day: formatDay(day, locale) })}
          </p>
          <p>{t('upload.contradictedTodo')}</p>
        </div>
      ))}
      <section className={`desk-card upload-state upload-${tone}`} aria-live="polite">
        <h2>{title}</h2>
        {todo === undefined ? null : <p>{todo}</p>}
        {view.state === 'standing' && canManage ? (
          <Button type="primary" loading={retry.isPending} onClick={() => retry.mutate(undefined)}>
            {t('upload.tryNow')}
          </Button>
        ) : null}
        {retry.isError ? <ProblemNotice error={retry.error} /> : null}
        {view.state === 'off' ? null : <UploadFacts view={view} at={at} />}
      </section>
    </>
  );
}

interface UploadFactsProps {
  readonly view: UploadOverview;
  readonly at: (instant: string) => string;
}

function UploadFacts({ view, at }: UploadFactsProps) {
  const { t, locale } = useLocale();
  const facts = [
    [t('upload.receiver'), view.receiver],
    [t('upload.lastAnswer'), view.lastAnswerAt === undefined ? '—' : at(view.lastAnswerAt)],
    [t('upload.nextTry'), view.nextTryAt === undefined ? undefined : at(view.nextTryAt)],
    [t('upload.waiting'), String(view.behindCases)],
    [t('upload.root'), view.rootDay === undefined ? '—' : formatDay(view.rootDay, locale)],
    [
      t('upload.shape'),
      view.shape === undefined
        ? undefined
        : t('upload.shapeName', { name: view.shape.name, version: view.shape.version }),
    ],
  ] as const;
  return (
    <dl className="upload-facts">
      {facts.map(([name, value]) =>
        value === undefined ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
      {view.isPlain ? (
        <div className="upload-wrong">
          <dt>{t('upload.line')}</dt>
          <dd>{t('upload.isPlain')}</dd>
        </div>
      ) : null}
      {view.isTest ? (
        <div>
          <dt>{t('upload.kind')}</dt>
          <dd>{t('upload.isTest')}</dd>
        </div>
      ) : null}
    </dl>
  );
}
