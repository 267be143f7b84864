import type { BoardCase } from '@yichuang/contracts';
import { Link, useNavigate } from '@tanstack/react-router';
import { formatAt, formatDay, formatShortAt } from '../format/format-day.ts';
import { formatRemaining } from '../format/format-remaining.ts';
import { useLocale } from '../session/use-locale.ts';
import { ColumnHeads } from '../ui/ColumnHeads.tsx';
import { isOnLink } from '../ui/is-on-link.ts';
import { Light } from '../ui/Light.tsx';

interface CaseTableProps {
  readonly rows: readonly BoardCase[];
  readonly now: string;
}

const COLUMNS = [
  ['col-light', 'inbox.light'],
  ['col-due', 'inbox.due'],
  ['col-number', 'board.number'],
  ['col-title', 'inbox.item'],
  ['col-unit', 'board.department'],
  ['col-step', 'inbox.step'],
  ['col-holder', 'board.holder'],
  ['col-since', 'letters.receivedAt'],
] as const;

/** One row, one case; without anybody's name from outside. */
export function CaseTable({ rows, now }: CaseTableProps) {
  const { t } = useLocale();
  return (
    <table className="tasks letter-table board-cases" aria-label={t('board.cases')}>
      <ColumnHeads columns={COLUMNS} />
      <tbody>
        {rows.map((row) => (
          <Row key={row.caseId} row={row} now={now} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, now }: { readonly row: BoardCase; readonly now: string }) {
  const { t, locale } = useLocale();
  const navigate = useNavigate();
  const { caseId, canOpen } = row;
  const holders = row.holders.join(t('board.comma'));
  return (
    <tr
      onClick={(event) => {
        if (!isOnLink(event) && canOpen)
          void navigate({ to: '/cases/$caseId', params: { caseId } });
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
        {row.wasLate && row.light !== 'red' ? t('board.wasLate') : null}
      </td>
      <td className="col-number">
        {canOpen ? (
          <Link to="/cases/$caseId" params={{ caseId }} data-row="">
            {row.number}
          </Link>
        ) : (
          <span title={t('board.cannotOpen')}>{row.number}</span>
        )}
      </td>
      <td className="col-title" title={row.itemName}>
        {row.itemName}
      </td>
      <td className="col-unit" title={row.orgName}>
        {row.orgName}
      </td>
      <td className="col-step" title={row.steps.join(t('board.comma'))}>
        {row.steps.join(t('board.comma'))}
      </td>
      <td className="col-holder" title={holders}>
        {holders}
      </td>
      <td className="col-since" title={formatAt(row.receivedAt, locale)}>
        {formatShortAt(row.receivedAt, now)}
      </td>
    </tr>
  );
}
