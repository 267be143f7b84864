import type { CountedCases, IndicatorInfo } from '@yichuang/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Skeleton } from 'antd';
import { indicatorsApi, type CasesQuery } from '../api/indicators.ts';
import { useLocale } from '../session/use-locale.ts';
import { textKey } from '../texts/locale.ts';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { TableScroll } from '../ui/TableScroll.tsx';
import { PARTS, type CasePart } from './indicator-search.ts';

interface CasesBehindProps {
  readonly indicator: IndicatorInfo;
  readonly rowName: string;
  readonly query: Omit<CasesQuery, 'indicator' | 'after'>;
  readonly onPart: (part: CasePart) => void;
  readonly onBack: () => void;
}

/** The cases that a figure counted, all that it was counted among, or those that it lacks. */
export function CasesBehind({ indicator, rowName, query, onPart, onBack }: CasesBehindProps) {
  const { t } = useLocale();
  const asked = { ...query, indicator: indicator.id };
  const pages = useInfiniteQuery({
    queryKey: ['indicators', 'cases', asked],
    queryFn: ({ pageParam }) => indicatorsApi.cases({ ...asked, after: pageParam }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });
  const parts = indicator.kind === 'share' ? PARTS : PARTS.slice(0, 1);
  return (
    <section aria-label={indicator.name}>
      <Button onClick={onBack}>{t('indicators.back')}</Button>
      <h2 className="behind-head">
        {t('indicators.behind', { office: rowName, name: indicator.name })}
      </h2>
      <p className="quiet report-formula">{indicator.formula}</p>
      {parts.length < 2 ? null : (
        <div className="chips" role="group" aria-label={t('indicators.whichCases')}>
          {parts.map((part) => (
            <button
              key={part}
              type="button"
              className="chip"
              aria-pressed={query.part === part}
              onClick={() => onPart(part)}
            >
              {t(`indicators.part.${part}`)}
            </button>
          ))}
        </div>
      )}
      {pages.isError ? (
        <ProblemNotice error={pages.error} onRetry={() => void pages.refetch()} />
      ) : pages.data === undefined ? (
        <Skeleton active />
      ) : (
        <CountedTable cases={pages.data.pages.flatMap(({ cases }) => cases)} />
      )}
      {pages.hasNextPage ? (
        <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('indicators.more')}
        </Button>
      ) : null}
    </section>
  );
}

function CountedTable({ cases }: { readonly cases: CountedCases['cases'] }) {
  const { t } = useLocale();
  if (cases.length === 0) return <p className="quiet">{t('indicators.noCases')}</p>;
  return (
    <TableScroll label={t('indicators.cases')}>
      <table className="plain-table report-table behind-table">
        <caption>{t('indicators.cases')}</caption>
        <thead>
          <tr>
            {(
              ['number', 'item', 'office', 'received', 'due', 'done', 'days', 'outcome'] as const
            ).map((name) => (
              <th key={name} scope="col">
                {t(`indicators.case.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cases.map((one) => (
            <tr key={one.caseId}>
              <th scope="row">
                <Link to="/cases/$caseId" params={{ caseId: one.caseId }} className="tabular">
                  {one.number}
                </Link>
              </th>
              <td>{one.itemName}</td>
              <td>{one.orgName}</td>
              <td className="tabular">{one.receivedOn}</td>
              <td className="tabular">{one.dueOn ?? '—'}</td>
              <td className="tabular">{one.doneOn ?? '—'}</td>
              <td className="tabular">{daysText(one)}</td>
              <td>{outcomeText(t, one.outcome)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

/** Days used of the days that the limit had when it began. */
function daysText({ usedDays, limitDays }: CountedCases['cases'][number]): string {
  return `${usedDays ?? '—'} / ${limitDays ?? '—'}`;
}

function outcomeText(t: ReturnType<typeof useLocale>['t'], outcome: string | undefined): string {
  if (outcome === undefined) return t('indicators.underWay');
  const key = textKey('case.decision', outcome) ?? textKey('phase', outcome);
  return key === undefined ? outcome : t(key);
}
