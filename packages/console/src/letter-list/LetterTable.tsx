import type { LetterRow } from '@yichuang/contracts';
import { Link, useNavigate } from '@tanstack/react-router';
import { formatAt, formatDay, formatShortAt } from '../format/format-day.ts';
import { formatRemaining } from '../format/format-remaining.ts';
import { useLocale } from '../session/use-locale.ts';
import { textKey } from '../texts/locale.ts';
import { ColumnHeads } from '../ui/ColumnHeads.tsx';
import { isOnLink } from '../ui/is-on-link.ts';
import { Light } from '../ui/Light.tsx';

interface LetterTableProps {
  readonly rows: readonly LetterRow[];
  readonly now: string;
  readonly label: string;
}

const COLUMNS = [
  ['col-light', 'inbox.light'],
  ['col-due', 'inbox.due'],
  ['col-number', 'entry.number'],
  ['col-title', 'letters.title'],
  ['col-sender', 'party.sender'],
  ['col-kind', 'letters.kind'],
  ['col-unit', 'letters.leadUnit'],
  ['col-step', 'inbox.step'],
  ['col-since', 'letters.receivedAt'],
] as const;

/** One row, one letter; the number is the link, the rest of the row may be clicked as well. */
export function LetterTable({ rows, now, label }: LetterTableProps) {
  return (
    <table className="tasks letter-table" aria-label={label}>
      <ColumnHeads columns={COLUMNS} />
      <tbody>
        {rows.map((row) => (
          <Row key={row.caseId} row={row} now={now} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, now }: { readonly row: LetterRow; readonly now: string }) {
  const { t, locale } = useLocale();
  const navigate = useNavigate();
  const { caseId } = row;
  const phase = textKey('phase', row.phase);
  return (
    // The link in the row is what keyboards and readers use; this only makes the row its target.
    <tr
      onClick={(event) => {
        if (!isOnLink(event)) void navigate({ to: '/cases/$caseId', params: { caseId } });
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
        <Link to="/cases/$caseId" params={{ caseId }} data-row="">
          {row.number}
        </Link>
      </td>
      <td className="col-title" title={row.title}>
        {row.isSensitive ? (
          <span className="tag tag-error">{t('letters.tagSensitive')}</span>
        ) : null}
        {row.isPublic ? <span className="tag">{t('letters.tagPublic')}</span> : null} {row.title}
        {row.people === undefined || row.people < 2 ? null : (
          <span className="quiet"> {t('letters.peopleN', { n: row.people })}</span>
        )}
      </td>
      <td className="col-sender" title={row.senderName}>
        {row.senderName}
      </td>
      <td className="col-kind">{t(`letterKind.${row.kind}`)}</td>
      <td className="col-unit" title={row.unit}>
        {row.unit}
      </td>
      <td className="col-step">
        {phase === undefined ? row.phase : t(phase)}
        {row.satisfaction === undefined ? null : (
          <span className="quiet"> {t(`satisfaction.${row.satisfaction}`)}</span>
        )}
      </td>
      <td className="col-since" title={formatAt(row.receivedAt, locale)}>
        {formatShortAt(row.receivedAt, now)}
      </td>
    </tr>
  );
}
