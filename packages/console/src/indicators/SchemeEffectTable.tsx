import type { SchemeEffect } from '@yichuang/contracts';
import { useQuery } from '@tanstack/react-query';
import { indicatorsApi } from '../api/indicators.ts';
import { ReportState } from '../letter-reports/ReportState.tsx';
import { useLocale } from '../session/use-locale.ts';
import { TableScroll } from '../ui/TableScroll.tsx';

interface SchemeEffectTableProps {
  readonly period: string;
  readonly changedAt: string;
}

type EffectRow = SchemeEffect['rows'][number];

/** Who would have risen and who fallen, had the draft been in force. */
export function SchemeEffectTable({ period, changedAt }: SchemeEffectTableProps) {
  const { t } = useLocale();
  const query = useQuery({
    queryKey: ['indicators', 'scheme', 'effect', period, changedAt],
    queryFn: () => indicatorsApi.schemeEffect(period),
  });
  return (
    <section aria-label={t('scheme.effect', { period })}>
      <h3>{t('scheme.effect', { period })}</h3>
      <ReportState query={query}>
        {({ rows, isPublished }) => (
          <>
            {isPublished ? <p className="quiet">{t('scheme.effectPublished')}</p> : null}
            {rows.length === 0 ? <p className="quiet">{t('scheme.effectEmpty')}</p> : null}
            {rows.length === 0 ? null : <Ranking rows={rows} />}
          </>
        )}
      </ReportState>
    </section>
  );
}

function Ranking({ rows }: { readonly rows: readonly EffectRow[] }) {
  const { t } = useLocale();
  return (
    <TableScroll label={t('scheme.moved')}>
      <table className="plain-table report-table">
        <thead>
          <tr>
            <th scope="col">{t('scheme.unit')}</th>
            <th scope="col">{t('scheme.before')}</th>
            <th scope="col">{t('scheme.after')}</th>
            <th scope="col">{t('scheme.moved')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.orgId}>
              <th scope="row">{row.name}</th>
              <StandingCell standing={row.now} />
              <StandingCell standing={row.then} />
              <td>
                <Move now={row.now.rank} then={row.then.rank} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function StandingCell({ standing }: { readonly standing: EffectRow['now'] }) {
  const { t } = useLocale();
  const { score, rank, grade, vetoes } = standing;
  if (score === undefined) return <td>—</td>;
  return (
    <td className="tabular">
      <strong>{score.toFixed(2)}</strong>{' '}
      <span className="quiet">
        {[...(rank === undefined ? [] : [t('scheme.rank', { rank })]), grade ?? ''].join(' · ')}
      </span>
      {vetoes.length === 0 ? null : (
        <span className="veto scheme-vetoed">
          {t('scheme.vetoed', { names: vetoes.join(t('list.comma')) })}
        </span>
      )}
    </td>
  );
}

interface MoveProps {
  readonly now: number | undefined;
  readonly then: number | undefined;
}

function Move({ now, then }: MoveProps) {
  const { t } = useLocale();
  if (now === undefined || then === undefined) return '—';
  if (now === then) return <span className="quiet">{t('scheme.same')}</span>;
  return now > then ? (
    <span className="figure-better">▲ {t('scheme.up', { n: now - then })}</span>
  ) : (
    <span className="figure-worse">▼ {t('scheme.down', { n: then - now })}</span>
  );
}
