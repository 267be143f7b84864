import type { TaskRow } from '@yichuang/contracts';
import { Link, useNavigate } from '@tanstack/react-router';
import { formatAt, formatDay, formatShortAt } from '../format/format-day.ts';
import { formatRemaining } from '../format/format-remaining.ts';
import { useLocale } from '../session/use-locale.ts';
import { textKey } from '../texts/locale.ts';
import { Light } from '../ui/Light.tsx';

interface TaskTableProps {
  readonly rows: readonly TaskRow[];
  readonly now: string;
  readonly label: string;
}

/** One row, one case; the number is the link, the rest of the row may be clicked as well. */
export function TaskTable({ rows, now, label }: TaskTableProps) {
  const { t } = useLocale();
  return (
    <table className="tasks" aria-label={label}>
      <thead>
        <tr>
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
          <th scope="col">{t('inbox.item')}</th>
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
          <Row key={row.taskId ?? row.caseId} row={row} now={now} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, now }: { readonly row: TaskRow; readonly now: string }) {
  const { t, locale } = useLocale();
  const navigate = useNavigate();
  const phase = textKey('phase', row.phase);
  return (
    // The link in the row is what keyboards and readers use; this only makes the row its target.
    <tr
      onClick={(event) => {
        if (event.target instanceof HTMLElement && event.target.closest('a') !== null) return;
        void navigate({ to: '/cases/$caseId', params: { caseId: row.caseId } });
      }}
    >
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
        <Link to="/cases/$caseId" params={{ caseId: row.caseId }} data-row="">
          {row.number}
        </Link>
      </td>
      <td className="col-applicant" title={row.applicantName}>
        {row.applicantName}
      </td>
      <td className="col-item" title={row.itemName}>
        {row.itemName}
      </td>
      <td className="col-step" title={row.stepName}>
        {row.stepName ?? (phase === undefined ? row.phase : t(phase))}
      </td>
      <td className="col-others" title={row.others.join(t('list.comma'))}>
        {row.others.join(t('list.comma'))}
      </td>
      <td className="col-since" title={formatAt(row.since, locale)}>
        {formatShortAt(row.since, now)}
      </td>
    </tr>
  );
}
