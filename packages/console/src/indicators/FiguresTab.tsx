import type { IndicatorReport } from '@yichuang/contracts';
import { useQuery } from '@tanstack/react-query';
import { indicatorsApi, type FigureQuery } from '../api/indicators.ts';
import { ReportState } from '../letter-reports/ReportState.tsx';
import { dayOf, formatDay } from '../format/format-day.ts';
import { useLocale } from '../session/use-locale.ts';
import { textKey } from '../texts/locale.ts';
import { CasesBehind } from './CasesBehind.tsx';
import { CountyFigures } from './CountyFigures.tsx';
import type { IndicatorSearch } from './indicator-search.ts';
import { OfficePlots } from './OfficePlots.tsx';
import { OfficeTable } from './OfficeTable.tsx';

interface FiguresTabProps {
  readonly query: FigureQuery;
  readonly search: IndicatorSearch;
  readonly onChange: (next: IndicatorSearch) => void;
}

/** The figures of an office, then of what lies below it; or the cases behind one of them. */
export function FiguresTab({ query, search, onChange }: FiguresTabProps) {
  const by = search.by ?? 'office';
  const report = useQuery({
    queryKey: ['indicators', 'report', query, by],
    queryFn: () => indicatorsApi.report({ ...query, by }),
  });
  return (
    <ReportState query={report}>
      {(found) => <FiguresView report={found} {...{ query, search, onChange }} />}
    </ReportState>
  );
}

function FiguresView({
  report,
  query,
  search,
  onChange,
}: FiguresTabProps & { readonly report: IndicatorReport }) {
  const { t, locale } = useLocale();
  const { indicators, total, rows, by } = report;
  const opened = indicators.find(({ id }) => id === search.indicator);
  const close = { indicator: undefined, part: undefined, row: undefined };
  if (opened !== undefined) {
    const { row = total.key, part = 'of' } = search;
    const place = by === 'item' && row !== total.key ? { itemCode: row } : { orgId: row };
    return (
      <CasesBehind
        indicator={opened}
        rowName={[total, ...rows].find(({ key }) => key === row)?.name ?? row}
        query={{ ...query, orgId: report.orgId, ...place, part }}
        onPart={(next) => onChange({ part: next })}
        onBack={() => onChange(close)}
      />
    );
  }
  const groups = [...new Set(indicators.map(({ group }) => group))];
  const group = groups.find((one) => one === search.group) ?? groups[0];
  const shown = indicators.filter((one) => one.group === group);
  // An office that has nothing of this kind would be a row of dashes.
  const listed = rows.filter(({ figures }) =>
    shown.some(({ id }) => (figures[id]?.per ?? figures[id]?.of ?? 0) > 0),
  );
  const open = (indicator: string, row = total.key): void =>
    onChange({ indicator, row, part: 'of' });
  return (
    <>
      <OfficePath report={report} onEnter={(orgId) => onChange({ org: orgId })} />
      {report.isCurrent ? null : <p role="status">{t('indicators.behindEvents')}</p>}
      {report.publishedAt === undefined ? null : (
        <p className="quiet">
          {t('indicators.publishedAt', { at: formatDay(dayOf(report.publishedAt), locale) })}
        </p>
      )}
      <div className="chips" role="group" aria-label={t('indicators.groups')}>
        {groups.map((one) => {
          const key = textKey('indicators.group', one);
          return (
            <button
              key={one}
              type="button"
              className="chip"
              aria-pressed={one === group}
              onClick={() => onChange({ group: one })}
            >
              {key === undefined ? one : t(key)}
            </button>
          );
        })}
      </div>
      <CountyFigures row={total} indicators={shown} onOpen={open} />
      <div className="figures-bar">
        <div className="chips" role="group" aria-label={t('indicators.by')}>
          {(['office', 'item'] as const).map((one) => (
            <button
              key={one}
              type="button"
              className="chip"
              aria-pressed={by === one}
              onClick={() => onChange({ by: one === 'item' ? 'item' : undefined })}
            >
              {t(`indicators.by.${one}`)}
            </button>
          ))}
        </div>
        <a href={indicatorsApi.workbookUrl({ ...query, orgId: report.orgId, by })} download>
          {t('indicators.export')}
        </a>
      </div>
      <OfficeTable
        rows={listed}
        indicators={shown}
        title={t(`indicators.by.${by}`)}
        onOpen={open}
        onEnter={by === 'office' ? (orgId) => onChange({ org: orgId }) : undefined}
      />
      <OfficePlots rows={listed} indicators={shown} query={{ ...query, orgId: report.orgId }} />
    </>
  );
}

/** Where one is among the offices, and the way back up. */
function OfficePath({
  report,
  onEnter,
}: {
  readonly report: IndicatorReport;
  readonly onEnter: (orgId: string) => void;
}) {
  const { t, locale } = useLocale();
  const { path, total, before } = report;
  return (
    <nav className="office-path" aria-label={t('indicators.path')}>
      {path.slice(0, -1).map(({ orgId, name }) => (
        <span key={orgId}>
          <button type="button" className="link-button" onClick={() => onEnter(orgId)}>
            {name}
          </button>
          {' › '}
        </span>
      ))}
      <strong>{total.name}</strong>{' '}
      <span className="quiet">
        {t('indicators.comparedWith', {
          from: formatDay(before.from, locale),
          until: formatDay(before.until, locale),
        })}
      </span>
    </nav>
  );
}
