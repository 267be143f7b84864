import type { TaskRow } from '@yichuang/contracts';
import { formatAt, formatShortAt } from '../format/format-day.ts';
import { formatRemaining } from '../format/format-remaining.ts';
import { useLocale } from '../session/use-locale.ts';
import { Light } from '../ui/Light.tsx';
import { RowLink } from './RowLink.tsx';
import { rowKey } from './row-target.ts';
import { standing } from './standing.ts';

interface PhoneListProps {
  readonly rows: readonly TaskRow[];
  readonly now: string;
  readonly label: string;
}

/** As people know it from their messages: a face, a title, a line, the time, a dot for the new. */
export function PhoneList({ rows, now, label }: PhoneListProps) {
  return (
    <ul className="phone-list" aria-label={label}>
      {rows.map((row) => (
        <li key={rowKey(row)}>
          <PhoneRow row={row} now={now} />
        </li>
      ))}
    </ul>
  );
}

function PhoneRow({ row, now }: { readonly row: TaskRow; readonly now: string }) {
  const { t, locale } = useLocale();
  const title = row.title ?? t('lists.title', { name: row.applicantName, item: row.itemName });
  const status = standing(row, t);
  const isUrgent = row.light === 'red' || row.light === 'yellow';
  return (
    <RowLink row={row} className="phone-row" opensCard>
      <span className="face" aria-hidden="true">
        {row.applicantName.slice(0, 1)}
        {row.isRead === false ? <span className="face-dot" /> : null}
      </span>
      <span className="phone-words">
        <span className="phone-title">
          {row.isRead === false ? (
            <span className="visually-hidden">{t('lists.unread')}</span>
          ) : null}
          {title}
        </span>
        <span className="phone-line">
          {row.onBehalfOf === undefined ? null : (
            <span className="tag">{t('lists.onBehalfOf', { name: row.onBehalfOf })}</span>
          )}
          {row.line === undefined || row.line === '' ? row.number : row.line}
        </span>
        <span className="phone-line">
          {isUrgent ? (
            <>
              <Light light={row.light} /> {formatRemaining(row, t)}
            </>
          ) : (
            status
          )}
        </span>
      </span>
      <time className="phone-time" dateTime={row.since} title={formatAt(row.since, locale)}>
        {formatShortAt(row.since, now)}
      </time>
    </RowLink>
  );
}
