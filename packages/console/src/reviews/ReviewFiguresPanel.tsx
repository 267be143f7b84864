import type { ReviewGroup, ReviewReport } from '@yichuang/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Period } from '../api/letters.ts';
import { reviewsApi } from '../api/reviews.ts';
import { useToday } from '../designer/use-today.ts';
import { shareText } from '../letter-reports/figures.ts';
import { PeriodBar } from '../letter-reports/PeriodBar.tsx';
import { ReportState } from '../letter-reports/ReportState.tsx';
import { useLocale } from '../session/use-locale.ts';
import { textKey } from '../texts/locale.ts';

/** Counted from the records, each with its formula. */
export function ReviewFiguresPanel() {
  const today = useToday();
  const [chosen, setChosen] = useState<Period>();
  const period = chosen ?? { from: `${today.slice(0, 4)}-01-01`, until: today };
  const query = useQuery({
    queryKey: ['review-figures', period],
    queryFn: () => reviewsApi.figures(period),
  });
  return (
    <>
      <PeriodBar period={period} onChange={setChosen} />
      <ReportState query={query}>{(report) => <FiguresView report={report} />}</ReportState>
    </>
  );
}

const RATES = [
  'goodRate',
  'badRate',
  'activeRate',
  'mendRate',
  'callBackRate',
  'replyRate',
] as const;
const GROUPS = ['windows', 'items', 'people'] as const;

function FiguresView({ report }: { readonly report: ReviewReport }) {
  const { t } = useLocale();
  const { figures, formulas } = report;
  return (
    <>
      <dl className="review-numbers">
        <div>
          <dt>{t('reviews.total')}</dt>
          <dd>{figures.total}</dd>
        </div>
        {RATES.map((name) => (
          <div key={name}>
            <dt>{t(`reviews.rate.${name}`)}</dt>
            <dd>{shareText(figures[name])}</dd>
          </div>
        ))}
      </dl>
      <p className="review-levels">
        {figures.levels.map((count, i) => {
          const key = textKey('reviews.level', String(i + 1));
          return key === undefined ? null : (
            <span key={key}>
              {t(key)} <strong className="tabular">{count}</strong>
            </span>
          );
        })}
        <span className="quiet">{t('reviews.notCounted', { n: figures.notCounted })}</span>
      </p>
      <details className="report-formula">
        <summary>{t('reviews.formulas')}</summary>
        <ul>
          {Object.values(formulas).map((formula) => (
            <li key={formula}>{formula}</li>
          ))}
        </ul>
      </details>
      {GROUPS.map((by) => (
        <GroupTable key={by} caption={t(`reviews.by.${by}`)} groups={report[by]} />
      ))}
    </>
  );
}

interface GroupTableProps {
  readonly caption: string;
  readonly groups: readonly ReviewGroup[];
}

function GroupTable({ caption, groups }: GroupTableProps) {
  const { t } = useLocale();
  if (groups.length === 0) return null;
  return (
    <div className="table-scroll">
      <table className="plain-table report-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('reviews.name')}</th>
            <th scope="col">{t('reviews.total')}</th>
            <th scope="col">{t('reviews.rate.goodRate')}</th>
            <th scope="col">{t('reviews.bad')}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={group.key}>
              <th scope="row">{group.name}</th>
              <td className="tabular">{group.total}</td>
              <td className="tabular">{shareText(group.goodRate)}</td>
              <td className="tabular">{group.bad}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
