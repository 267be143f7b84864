import type { HotTopicReport, LetterStatistics, UnitFigures } from '@yichuang/contracts';
import { addDays, civilDate } from '@yichuang/kernel/time';
import { derivedCaseId, fill, type DirectoryOrg } from '../cases/index.ts';
import {
  chineseDate,
  issueReport,
  previewReport,
  type IssuingDeps,
  type Report,
} from '../issuing/index.ts';
import { circularWords as words } from './circular.messages.ts';
import { reportHotTopics } from './hot-topic-report.ts';
import { reportRanking } from './ranking.ts';
import type { ReportDeps } from './report-deps.ts';
import { quarterOf } from './report-period.ts';
import { publicReader } from './report-reader.ts';
import { countStatistics } from './statistics.ts';
import { plotWeeks } from './week-plot.ts';

export interface CircularDeps
  extends
    ReportDeps,
    Pick<IssuingDeps, 'renderer' | 'files' | 'seals' | 'publicUrl' | 'servicePhone'> {
  /** The office that letters go to, in whose name the circular is issued. */
  readonly letterOffice: () => Promise<DirectoryOrg>;
}

export interface Circular {
  readonly pdf: Uint8Array;
  /** Without a number it is a draft: the quarter is not over. */
  readonly number?: string;
}

const LANGUAGE = 'zh-CN';
const MOST_TOPICS = 10;

/**
 * 通报 of a quarter, all of it counted from letters that are not withheld. A quarter that is over
 * is issued once: numbered, sealed, kept. Before that it is an unsealed draft, for it may change.
 *
 * @param quarter `2026-Q4`
 */
export async function circularOf(deps: CircularDeps, quarter: string): Promise<Circular> {
  const make = (): Promise<Report> => writeCircular(deps, quarter);
  const today = civilDate(deps.clock.now());
  if (today <= quarterOf(quarter).until) return { pdf: await previewReport(deps, await make()) };
  const year = today.slice(0, 4);
  // The county's short name of one character leads the series, as in all its numbers.
  const [prefix = ''] = deps.countyNames[0] ?? '';
  const series = fill(words.series, { prefix, year });
  const report = await issueReport(
    deps,
    derivedCaseId('circular', quarter),
    { counter: `number:${series}`, write: (n) => fill(words.number, { series, n }) },
    make,
  );
  return { pdf: await deps.files.getBytes(report.sha256), number: report.number };
}

async function writeCircular(deps: CircularDeps, quarter: string): Promise<Report> {
  const period = quarterOf(quarter);
  const [year = '', number = '1'] = quarter.split('-Q');
  const today = civilDate(deps.clock.now());
  const query = { ...period, reader: publicReader, today, language: LANGUAGE } as const;
  const lastDay = addDays(period.from, -1);
  const before = quarterOf(`${lastDay.slice(0, 4)}-Q${Math.ceil(Number(lastDay.slice(5, 7)) / 3)}`);
  const [figures, earlier, ranking, topics, issuer] = await Promise.all([
    countStatistics(deps, { ...query, isPublic: true }),
    countStatistics(deps, { ...query, ...before, isPublic: true }),
    reportRanking(deps, { ...query, leastLetters: 1 }),
    reportHotTopics(deps, period, publicReader, LANGUAGE),
    deps.letterOffice(),
  ]);
  const span = { from: chineseDate(period.from), until: chineseDate(period.until) };
  const written = fill(words.period, span);
  return {
    template: 'circular',
    name: words.name,
    issuer,
    addressee: words.addressee,
    data: {
      title: fill(words.title, { year, quarter: words.quarters[Number(number) - 1] ?? '' }),
      period: written,
      to: { name: words.addressee },
      opening: fill(words.opening, { period: written }),
      sections: [
        overallSection(figures, earlier.received),
        unitSection(ranking.units),
        topicSection(topics?.topics ?? []),
      ],
      notes: [ranking.formula, ...words.notes],
      contact: { phone: deps.servicePhone },
    },
  };
}

function overallSection(figures: LetterStatistics, before: number) {
  const { received, answered, onTimeShare, satisfiedShare, ratedShare, medianDays } = figures;
  if (received === 0) return { heading: words.overall, paragraphs: [words.nothing] };
  const paragraphs = [
    fill(words.received, { received, before, answered }),
    ...(onTimeShare === undefined ? [] : [fill(words.onTime, { share: percent(onTimeShare) })]),
    ...(satisfiedShare === undefined
      ? []
      : [fill(words.satisfied, { rated: percent(ratedShare), share: percent(satisfiedShare) })]),
    ...(medianDays === undefined ? [] : [fill(words.median, { days: medianDays })]),
  ];
  const counts = figures.byWeek.map((week) => week.received).join('、');
  const alt = fill(words.weeksAlt, { counts });
  return {
    heading: words.overall,
    paragraphs: [paragraphs.join('')],
    table: {
      caption: words.byKind,
      headers: words.kindHeaders,
      rows: figures.byKind.map(({ name, count }) => ({ cells: [name, String(count)] })),
    },
    plots: [{ caption: words.weeks, svg: plotWeeks(figures.byWeek), alt }],
  };
}

function unitSection(units: readonly UnitFigures[]) {
  if (units.length === 0) return { heading: words.units, paragraphs: [words.noUnits] };
  const rows = units.map((unit) => ({
    cells: [
      unit.name,
      String(unit.received),
      String(unit.answered),
      percent(unit.onTimeShare),
      percent(unit.qualityShare),
      percent(unit.satisfiedShare),
      unit.score === undefined ? words.none : unit.score.toFixed(2),
      String(unit.rank),
    ],
  }));
  const table = { caption: words.unitsTable, headers: words.unitHeaders, rows };
  return { heading: words.units, table };
}

function topicSection(topics: HotTopicReport['topics']) {
  if (topics.length === 0) return { heading: words.topics, paragraphs: [words.noTopics] };
  const rows = topics.slice(0, MOST_TOPICS).map(({ title, letters, senders }) => ({
    cells: [title, String(letters), String(senders)],
  }));
  const table = { caption: words.topicsTable, headers: words.topicHeaders, rows };
  return { heading: words.topics, table };
}

const PERCENT = 100;

function percent(share: number | undefined): string {
  if (share === undefined) return words.none;
  return fill(words.percent, { n: (share * PERCENT).toFixed(1) });
}
