import type { Assessment, AssessmentRow, IndicatorInfo } from '@yichuang/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { indicatorsApi } from '../api/indicators.ts';
import { newIdempotencyKey } from '../api/request.ts';
import { dayOf, formatDay } from '../format/format-day.ts';
import { formatPeriod } from '../format/format-period.ts';
import { ReportState } from '../letter-reports/ReportState.tsx';
import { useLocale } from '../session/use-locale.ts';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { TableScroll } from '../ui/TableScroll.tsx';
import { valueText } from './figure-text.ts';
import { NoteForm } from './NoteForm.tsx';

/** Scores with the whole of their computation; published once, objected to by departments. */
export function AssessmentTab({ period }: { readonly period: string }) {
  const query = useQuery({
    queryKey: ['indicators', 'assessment', period],
    queryFn: () => indicatorsApi.assessment(period),
  });
  return <ReportState query={query}>{(found) => <AssessmentView found={found} />}</ReportState>;
}

function AssessmentView({ found }: { readonly found: Assessment }) {
  const { t, locale } = useLocale();
  const { period, rows, notes, publishedAt, publishedBy = '', isOver } = found;
  return (
    <>
      <p role="status">
        {publishedAt === undefined
          ? t(isOver ? 'indicators.unpublished' : 'indicators.running')
          : t('indicators.publishedBy', {
              at: formatDay(dayOf(publishedAt), locale),
              by: publishedBy,
            })}
      </p>
      {found.mayPublish ? <PublishButton period={period} /> : null}
      {rows.length === 0 ? <p className="quiet">{t('indicators.noRows')}</p> : null}
      <ol className="scores">
        {rows.map((row) => (
          <ScoreItem key={row.orgId} row={row} />
        ))}
      </ol>
      <h2 className="behind-head">{t('indicators.notes')}</h2>
      {notes.length === 0 ? <p className="quiet">{t('indicators.noNotes')}</p> : null}
      <ul className="notes">
        {notes.map((note) => (
          <li key={`${note.orgId} ${note.at}`}>
            <strong>{note.orgName}</strong>{' '}
            {[
              t(`indicators.note.${note.kind}`),
              note.byName,
              formatDay(dayOf(note.at), locale),
            ].join(' · ')}
            <p>{note.note}</p>
          </li>
        ))}
      </ul>
      {found.mayNoteFor.length === 0 ? null : (
        <NoteForm
          period={period}
          offices={rows.filter(({ orgId }) => found.mayNoteFor.includes(orgId))}
        />
      )}
    </>
  );
}

function PublishButton({ period }: { readonly period: string }) {
  const words = useLocale();
  const { t } = words;
  const client = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const publish = useMutation({
    mutationFn: () => indicatorsApi.publish(period, newIdempotencyKey()),
    onSuccess: (now) => client.setQueryData(['indicators', 'assessment', period], now),
  });
  return (
    <div className="publish">
      {isAsking ? (
        <>
          <span>{t('indicators.publishAsk', { period: formatPeriod(period, words) })}</span>
          <Button type="primary" loading={publish.isPending} onClick={() => publish.mutate()}>
            {t('indicators.publishYes')}
          </Button>
          <Button onClick={() => setAsking(false)}>{t('indicators.publishNo')}</Button>
        </>
      ) : (
        <Button type="primary" onClick={() => setAsking(true)}>
          {t('indicators.publish')}
        </Button>
      )}
      {publish.isError ? (
        <ProblemNotice error={publish.error} onRetry={() => publish.mutate()} />
      ) : null}
    </div>
  );
}

function ScoreItem({ row }: { readonly row: AssessmentRow }) {
  const { t } = useLocale();
  const { name, score, grade, rank, vetoes, points } = row;
  return (
    <li className="paper score">
      <details>
        <summary>
          <span className="score-rank tabular">{rank ?? '—'}</span>
          <span className="score-name">{name}</span>
          <span className="score-value tabular">
            {score === undefined ? '—' : score.toFixed(2)}
          </span>
          <span className="score-grade">{grade ?? ''}</span>
        </summary>
        {vetoes.map((veto) => (
          <p key={veto.id} className="veto">
            {t('indicators.vetoed', { name: veto.name, n: veto.n, points: points ?? 0 })}
          </p>
        ))}
        <ScoreLines row={row} />
      </details>
    </li>
  );
}

/** Weight × share of what can be earned, added up and divided by the weights that apply. */
function ScoreLines({ row: { lines, points } }: { readonly row: AssessmentRow }) {
  const { t } = useLocale();
  const counted = lines.filter((line) => line.points !== undefined);
  const sum = counted.reduce((all, line) => all + (line.points ?? 0), 0);
  const weights = counted.reduce((all, { weight }) => all + weight, 0);
  return (
    <TableScroll label={t('indicators.lines')}>
      <table className="plain-table report-table">
        <caption>{t('indicators.lines')}</caption>
        <thead>
          <tr>
            {(['indicator', 'value', 'zero', 'full', 'share', 'weight', 'points'] as const).map(
              (name) => (
                <th key={name} scope="col">
                  {t(`indicators.line.${name}`)}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.indicator}>
              <th scope="row">{line.name}</th>
              <td className="tabular">
                {valueText(line.value, kindOf(line))} <span className="quiet">n={line.n ?? 0}</span>
              </td>
              <td className="tabular">{valueText(line.zero, kindOf(line))}</td>
              <td className="tabular">{valueText(line.full, kindOf(line))}</td>
              <td className="tabular">{valueText(line.share, 'share')}</td>
              <td className="tabular">{line.weight}</td>
              <td className="tabular">{line.points?.toFixed(2) ?? '—'}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={5}>
              {t('indicators.sum', {
                sum: sum.toFixed(2),
                weights,
                points: points === undefined ? '—' : points.toFixed(2),
              })}
            </th>
            <td className="tabular">{weights}</td>
            <td className="tabular">{sum.toFixed(2)}</td>
          </tr>
        </tfoot>
      </table>
    </TableScroll>
  );
}

/** Shares lie between 0 and 1, and so do the bounds that a share is held against. */
function kindOf({ zero, full }: AssessmentRow['lines'][number]): IndicatorInfo['kind'] {
  return Math.max(zero, full) <= 1 ? 'share' : 'mean';
}
