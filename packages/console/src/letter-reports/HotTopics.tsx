import type { HotTopicReport, HotTopicView } from '@yichuang/contracts';
import { useQuery } from '@tanstack/react-query';
import { lettersApi, type Period } from '../api/letters.ts';
import { WhyLine } from '../letters/WhyLine.tsx';
import { useLocale } from '../session/use-locale.ts';
import { linePoints, numberText } from './figures.ts';
import { LettersLink } from './LettersLink.tsx';
import { ReportState } from './ReportState.tsx';

const LINE = { width: 96, height: 24 } as const;

/** What many people write about, where: heat, course over the days, the letters behind it. */
export function HotTopics({ period }: { readonly period: Period }) {
  const query = useQuery({
    queryKey: ['letter-report', 'topics', period],
    queryFn: () => lettersApi.hotTopics(period),
  });
  return <ReportState query={query}>{(report) => <HotTopicsView report={report} />}</ReportState>;
}

export function HotTopicsView({ report }: { readonly report: HotTopicReport }) {
  const { t } = useLocale();
  const { letters, topics, divisions } = report;
  if (topics.length === 0) return <p className="quiet">{t('reports.noTopics')}</p>;
  return (
    <>
      <p className="quiet">{t('reports.lettersInPeriod', { n: letters })}</p>
      <div className="table-scroll">
        <table className="plain-table report-table">
          <caption>{t('reports.tab.topics')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('reports.rank')}</th>
              <th scope="col">{t('reports.topic')}</th>
              <th scope="col">{t('reports.heat')}</th>
              <th scope="col">{t('reports.trend')}</th>
              <th scope="col">{t('reports.letters')}</th>
              <th scope="col">{t('reports.senders')}</th>
              <th scope="col">{t('reports.likes')}</th>
              <th scope="col">{t('letters.leadUnit')}</th>
            </tr>
          </thead>
          <tbody>
            {topics.map((topic) => (
              <Topic key={topic.rank} topic={topic} />
            ))}
          </tbody>
        </table>
      </div>
      <Divisions divisions={divisions} />
    </>
  );
}

function Topic({ topic }: { readonly topic: HotTopicView }) {
  const { t } = useLocale();
  const { rank, title, place, heat, senders, likes, trend, units, why, ids } = topic;
  const most = Math.max(0, ...trend.map(({ count }) => count));
  return (
    <tr>
      <td className="tabular">{rank}</td>
      <td>
        <strong>{title}</strong> {place === undefined ? null : <span>{place}</span>}
        <WhyLine why={why} />
      </td>
      <td className="tabular">{numberText(heat)}</td>
      <td>
        <svg
          className="spark"
          {...LINE}
          viewBox={`-2 -2 ${LINE.width + 4} ${LINE.height + 4}`}
          role="img"
          aria-label={t('reports.trendWords', { n: most })}
        >
          <polyline
            points={linePoints(
              trend.map(({ count }) => count),
              LINE.width,
              LINE.height,
            )}
          />
        </svg>
      </td>
      <td>
        <LettersLink ids={ids} count={topic.letters} />
      </td>
      <td className="tabular">{senders}</td>
      <td className="tabular">{likes}</td>
      <td>{units.map(({ name, count }) => `${name} ${count}`).join(t('list.comma'))}</td>
    </tr>
  );
}

function Divisions({ divisions }: Pick<HotTopicReport, 'divisions'>) {
  const { t } = useLocale();
  const most = Math.max(1, ...divisions.map(({ count }) => count));
  if (divisions.length === 0) return null;
  return (
    <section className="paper report-part" aria-labelledby="report-divisions">
      <h2 id="report-divisions">{t('reports.byDivision')}</h2>
      <table className="plain-table">
        <caption className="visually-hidden">{t('reports.byDivision')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('letters.division')}</th>
            <th scope="col">{t('reports.letters')}</th>
            <th scope="col" aria-hidden="true" />
          </tr>
        </thead>
        <tbody>
          {divisions.map(({ orgId, name, count, ids }) => (
            <tr key={orgId}>
              <th scope="row">{name}</th>
              <td>
                <LettersLink ids={ids} count={count} />
              </td>
              <td aria-hidden="true" className="bar-cell">
                <span className="bar" style={{ width: `${(count / most) * 100}%` }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
