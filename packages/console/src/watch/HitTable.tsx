import type { WatchHitRow } from '@yichuang/contracts';
import { Link, useNavigate } from '@tanstack/react-router';
import { formatAt } from '../format/format-day.ts';
import { useLocale } from '../session/use-locale.ts';
import { ColumnHeads } from '../ui/ColumnHeads.tsx';
import { isOnLink } from '../ui/is-on-link.ts';
import { HitMark } from './HitMark.tsx';

const COLUMNS = [
  ['col-light', 'watch.lightName'],
  ['col-says', 'watch.says'],
  ['col-item', 'watch.item'],
  ['col-unit', 'watch.unit'],
  ['col-status', 'watch.statusName'],
  ['col-since', 'watch.found'],
] as const;

/** One row, one hit: the sentence first, since it is what one reads. */
export function HitTable({ rows }: { readonly rows: readonly WatchHitRow[] }) {
  const { t } = useLocale();
  return (
    <table className="tasks hit-table" aria-label={t('watch.hits')}>
      <ColumnHeads columns={COLUMNS} />
      <tbody>
        {rows.map((row) => (
          <Row key={row.hitId} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row }: { readonly row: WatchHitRow }) {
  const { t, locale } = useLocale();
  const navigate = useNavigate();
  const { hitId } = row;
  return (
    <tr
      onClick={(event) => {
        if (!isOnLink(event)) void navigate({ to: '/supervision/hits/$hitId', params: { hitId } });
      }}
    >
      <td className="col-light">
        <HitMark light={row.light} />
      </td>
      <td className="col-says">
        <Link
          to="/supervision/hits/$hitId"
          params={{ hitId }}
          data-row=""
          title={`${row.says} · ${row.ruleName}`}
        >
          {row.says}
        </Link>
        {row.isMarked ? <span className="badge">{t('watch.marked')}</span> : null}
      </td>
      <td className="col-item" title={row.itemName}>
        {row.itemName}
      </td>
      <td className="col-unit" title={row.orgName}>
        {row.orgName}
      </td>
      <td className="col-status">{t(`watch.status.${row.status}`)}</td>
      <td className="col-since">
        <time dateTime={row.foundAt}>{formatAt(row.foundAt, locale)}</time>
      </td>
    </tr>
  );
}
