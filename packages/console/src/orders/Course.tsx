import type { CaseView, OrderCourse, OrderRecord } from '@yichuang/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ordersApi } from '../api/orders.ts';
import { formatAt, formatShortAt } from '../format/format-day.ts';
import { useLocale } from '../session/use-locale.ts';
import { textKey } from '../texts/locale.ts';
import { ListSkeleton } from '../ui/ListSkeleton.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import './orders.css';

/** 督办过程: from the first word to the closing notice, each act a record of its own. */
export function Course({ view }: { readonly view: CaseView }) {
  const { t } = useLocale();
  const course = useQuery({
    // The version: whatever is done on the case is told at once.
    queryKey: ['order-course', view.caseId, view.version],
    queryFn: () => ordersApi.course(view.caseId),
    placeholderData: (before) => before,
  });
  if (course.isError) {
    return <ProblemNotice error={course.error} onRetry={() => void course.refetch()} />;
  }
  if (course.data === undefined) return <ListSkeleton />;
  const { records } = course.data;
  const now = records.at(-1)?.at ?? view.receivedAt;
  return (
    <section aria-label={t('orders.course')}>
      <About course={course.data} />
      {records.length === 0 ? <p className="quiet">{t('orders.noCourse')}</p> : null}
      <ol className="course">
        {records.map((record) => (
          <Record key={record.seq} record={record} now={now} caseId={view.caseId} />
        ))}
      </ol>
    </section>
  );
}

function About({ course }: { readonly course: OrderCourse }) {
  const { t } = useLocale();
  return (
    <dl className="course-about">
      <div>
        <dt>{t('orders.unit')}</dt>
        <dd>{course.unitName}</dd>
      </div>
      {course.cases.length === 0 ? null : (
        <div>
          <dt>{t('orders.about')}</dt>
          <dd>
            {course.cases.map(({ caseId, number, name, canOpen }) => (
              <span key={caseId} className="course-case">
                {canOpen ? (
                  <Link to="/cases/$caseId" params={{ caseId }}>
                    {name} {number}
                  </Link>
                ) : (
                  `${name} ${number}`
                )}
              </span>
            ))}
          </dd>
        </div>
      )}
      {course.hits.length === 0 ? null : (
        <div>
          <dt>{t('orders.hits')}</dt>
          <dd>
            {course.hits.map(({ hitId, says }) => (
              <Link
                key={hitId}
                to="/supervision/hits/$hitId"
                params={{ hitId }}
                className="course-case"
              >
                {says}
              </Link>
            ))}
          </dd>
        </div>
      )}
    </dl>
  );
}

interface RecordProps {
  readonly record: OrderRecord;
  readonly now: string;
  readonly caseId: string;
}

function Record({ record, now, caseId }: RecordProps) {
  const { t, locale } = useLocale();
  const kind = textKey('orders.kind', record.kind);
  const isDone = record.kind === 'done';
  const word = kind === undefined ? record.kind : t(kind);
  const title = record.stepName === '' ? word : record.stepName;
  return (
    <li className={`record record-${record.kind}`}>
      <h3>
        {title}
        {isDone || record.stepName === '' ? null : <span className="tag">{word}</span>}
        {record.round > 1 ? (
          <span className="tag">{t('flow.round', { n: record.round })}</span>
        ) : null}
        {record.isLate ? <span className="tag tag-error">{t('orders.late')}</span> : null}
      </h3>
      <p className="quiet">
        {record.isBySystem && isDone ? t('orders.bySystem') : record.by} ·{' '}
        <time dateTime={record.at} title={formatAt(record.at, locale)}>
          {formatShortAt(record.at, now)}
        </time>
        {record.documentId === undefined ? null : (
          <>
            {' · '}
            <a
              href={`/api/cases/${caseId}/documents/${record.documentId}`}
              target="_blank"
              rel="noreferrer"
            >
              {t('orders.document')} {record.opinion}
            </a>
          </>
        )}
      </p>
      {record.opinion === '' || record.documentId !== undefined ? null : (
        <blockquote className="opinion">{record.opinion}</blockquote>
      )}
      {record.fields.length === 0 ? null : (
        <dl className="record-fields">
          {record.fields.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}
