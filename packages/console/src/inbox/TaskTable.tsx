import type { TaskRow } from '@yichuang/contracts';
import { useNavigate } from '@tanstack/react-router';
import { formatAt, formatDay, formatShortAt } from '../format/format-day.ts';
import { formatRemaining } from '../format/format-remaining.ts';
import { useLocale } from '../session/use-locale.ts';
import { textKey } from '../texts/locale.ts';
import { Light } from '../ui/Light.tsx';
import { RowLink } from './RowLink.tsx';
import { isBatchable, isReturned, rowKey } from './row-target.ts';

interface TaskTableProps {
  readonly rows: readonly TaskRow[];
  readonly now: string;
  readonly label: string;
  /** Absent where nothing is approved: then no row can be ticked. */
  readonly ticks?: Ticks | undefined;
}

export interface Ticks {
  readonly keys: ReadonlySet<string>;
  readonly onTick: (key: string, isOn: boolean) => void;
}

/** One row, one case; the number is the link, the rest of the row may be clicked as well. */
export function TaskTable({ rows, now, label, ticks }: TaskTableProps) {
  const { t } = useLocale();
  return (
    <table className={ticks === undefined ? 'tasks' : 'tasks tasks-ticked'} aria-label={label}>
      <thead>
        <tr>
          {ticks === undefined ? null : (
            <th scope="col" className="col-tick">
              <span className="visually-hidden">{t('batch.tick')}</span>
            </th>
          )}
          <th scope="col" className="col-light">
            {t('inbox.light')}
          </th>
          <th scope="col" className="col-due">
            {t('inbox.due')}
          </th>
          <th scope="col" className="col-number">
            {t('inbox.number')}
          </th>
          <th scope="col" className="col-applicant">
            {t('inbox.applicant')}
          </th>
          <th scope="col" className="col-item">
            {t('inbox.item')}
          </th>
          <th scope="col">{t('inbox.step')}</th>
          <th scope="col" className="col-others">
            {t('inbox.others')}
          </th>
          <th scope="col" className="col-since">
            {t('inbox.since')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={rowKey(row)} row={row} now={now} ticks={ticks} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly row: TaskRow;
  readonly now: string;
  readonly ticks: Ticks | undefined;
}

function Row({ row, now, ticks }: RowProps) {
  const { t, locale } = useLocale();
  const navigate = useNavigate();
  const phase = textKey('phase', row.phase);
  const what = row.title === undefined ? row.itemName : `${row.title} ${row.line ?? ''}`;
  const open = () =>
    void navigate({
      to: isReturned(row) ? '/resubmit/$caseId' : '/cases/$caseId',
      params: { caseId: row.caseId },
    });
  return (
    // The link in the row is what keyboards and readers use; this only makes the row its target.
    <tr
      className={row.isRead === false ? 'row-unread' : ''}
      onClick={(event) => {
        const isOwn =
          event.target instanceof HTMLElement && event.target.closest('a, label') !== null;
        if (!isOwn) open();
      }}
    >
      {ticks === undefined ? null : <Tick row={row} ticks={ticks} />}
      <td className="col-light">
        <Light light={row.light} />
      </td>
      <td
        className={`col-due due-${row.light}`}
        title={row.dueOn === undefined ? undefined : formatDay(row.dueOn, locale)}
      >
        {formatRemaining(row, t)}
      </td>
      <td className="col-number">
        <RowLink row={row}>{row.number}</RowLink>
      </td>
      <td className="col-applicant" title={row.applicantName}>
        {row.applicantName}
      </td>
      <td className="col-item" title={what}>
        {row.onBehalfOf === undefined ? null : (
          <span className="tag">{t('lists.onBehalfOf', { name: row.onBehalfOf })}</span>
        )}
        {row.title ?? row.itemName}
        {row.line === undefined ? null : <span className="quiet"> {row.line}</span>}
      </td>
      <td className="col-step" title={row.stepName}>
        {row.stepName ?? (phase === undefined ? row.phase : t(phase))}
      </td>
      <td className="col-others" title={row.others.join(t('list.comma'))}>
        {row.fromName ?? row.others.join(t('list.comma'))}
      </td>
      <td className="col-since" title={formatAt(row.since, locale)}>
        {formatShortAt(row.since, now)}
      </td>
    </tr>
  );
}

function Tick({ row, ticks }: { readonly row: TaskRow; readonly ticks: Ticks }) {
  const { t } = useLocale();
  const key = rowKey(row);
  return (
    <td className="col-tick">
      {isBatchable(row) ? (
        <label className="tick">
          <input
            type="checkbox"
            aria-label={t('batch.tickOne', { title: row.title ?? row.number })}
            checked={ticks.keys.has(key)}
            onChange={(event) => ticks.onTick(key, event.target.checked)}
          />
        </label>
      ) : null}
    </td>
  );
}
