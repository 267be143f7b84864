import type { OrderRow } from '@yichuang/contracts';
import { Link, useNavigate } from '@tanstack/react-router';
import { formatAt, formatDay, formatShortAt } from '../format/format-day.ts';
import { formatRemaining } from '../format/format-remaining.ts';
import { useLocale } from '../session/use-locale.ts';
import { textKey } from '../texts/locale.ts';
import { ColumnHeads } from '../ui/ColumnHeads.tsx';
import { isOnLink } from '../ui/is-on-link.ts';
import { Light } from '../ui/Light.tsx';

interface OrderTableProps {
  readonly rows: readonly OrderRow[];
  readonly now: string;
}

const COLUMNS = [
  ['col-light', 'inbox.light'],
  ['col-due', 'inbox.due'],
  ['col-number', 'orders.number'],
  ['col-title', 'orders.subject'],
  ['col-unit', 'orders.unit'],
  ['col-kind', 'orders.source'],
  ['col-step', 'orders.stage'],
  ['col-points', 'orders.points'],
  ['col-since', 'orders.openedAt'],
] as const;

/** One row, one order; the number is the link, the rest of the row may be clicked as well. */
export function OrderTable({ rows, now }: OrderTableProps) {
  const { t } = useLocale();
  return (
    <table className="tasks letter-table orders-table" aria-label={t('orders.title')}>
      <ColumnHeads columns={COLUMNS} />
      <tbody>
        {rows.map((row) => (
          <Row key={row.caseId} row={row} now={now} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, now }: { readonly row: OrderRow; readonly now: string }) {
  const { t, locale } = useLocale();
  const navigate = useNavigate();
  const { caseId, canOpen, dueOn, points } = row;
  const source = textKey('orders.source', row.source);
  return (
    // The link in the row is what keyboards and readers use; this only makes the row its target.
    <tr
      onClick={(event) => {
        if (!isOnLink(event) && canOpen)
          void navigate({ to: '/cases/$caseId', params: { caseId } });
      }}
    >
      <td className="col-light">
        {row.closedAt === undefined ? <Light light={row.light} /> : null}
      </td>
      <td
        className={`col-due due-${row.light}`}
        title={dueOn === undefined ? undefined : formatDay(dueOn, locale)}
      >
        {row.closedAt === undefined ? formatRemaining(row, t) : ''}
      </td>
      <td className="col-number">
        {canOpen ? (
          <Link to="/cases/$caseId" params={{ caseId }} data-row="">
            {row.number}
          </Link>
        ) : (
          row.number
        )}
      </td>
      <td className="col-title" title={row.subject}>
        {row.subject}
      </td>
      <td className="col-unit" title={row.unitName}>
        {row.unitName}
      </td>
      <td className="col-kind">{source === undefined ? row.source : t(source)}</td>
      <td className="col-step">
        {row.stageName}
        {row.rounds > 1 && row.closedAt === undefined ? (
          <span className="quiet"> {t('orders.roundsN', { n: row.rounds })}</span>
        ) : null}
      </td>
      <td className="col-points tabular">
        {points === undefined ? '' : t('orders.pointsN', { n: points })}
      </td>
      <td className="col-since" title={formatAt(row.openedAt, locale)}>
        {formatShortAt(row.openedAt, now)}
      </td>
    </tr>
  );
}
