import type { Figure, FigureRow, IndicatorReport } from '@yichuang/contracts';
import { civilDate } from '@yichuang/kernel/time';
import { derivedCaseId, fill, type DirectoryOrg } from '../cases/index.ts';
import {
  chineseDate,
  issueReport,
  previewReport,
  type IssuingDeps,
  type Report,
} from '../issuing/index.ts';
import { findAssessment } from './assessment-store.pg.ts';
import { viewRow } from './assessment-view.ts';
import { circularWords as words } from './circular.messages.ts';
import { everything } from './figure-scope.ts';
import type { IndicatorDeps } from './indicator-deps.ts';
import { plotOffices } from './office-plot.ts';
import { orgTree } from './org-tree.ts';
import { periodOf } from './periods.ts';
import { reportIndicators } from './report-indicators.ts';
import { schemeOf } from './schemes.ts';

export interface CircularDeps
  extends
    IndicatorDeps,
    Pick<IssuingDeps, 'renderer' | 'files' | 'seals' | 'publicUrl' | 'servicePhone'> {
  /** In whose name it is issued: the office that watches. */
  readonly watchOffice: () => Promise<DirectoryOrg>;
  readonly countyName: string;
}

export interface Circular {
  readonly pdf: Uint8Array;
  /** Without a number it is a draft: the period is not over, or not published. */
  readonly number?: string;
}

const SHOWN = ['on-time', 'overdue', 'early', 'median-days', 'actual-compression', 'online-cases'];
const MOST_PLOTTED = 20;

/** 通报 of a period. Sealed and numbered once, when its assessment was published; else a draft. */
export async function circularOf(deps: CircularDeps, period: string): Promise<Circular> {
  const make = (): Promise<Report> => writeCircular(deps, period);
  const published = await findAssessment(deps.db, deps.tenantId, period);
  if (published === undefined) return { pdf: await previewReport(deps, await make()) };
  const year = civilDate(deps.clock.now()).slice(0, 4);
  // The county's short name of one character leads the series, as in all its numbers.
  const [prefix = ''] = deps.countyName;
  const series = fill(words.series, { prefix, year });
  const report = await issueReport(
    deps,
    derivedCaseId('indicator-circular', period),
    { counter: `number:${series}`, write: (n) => fill(words.number, { series, n }) },
    make,
  );
  return { pdf: await deps.files.getBytes(report.sha256), number: report.number };
}

async function writeCircular(deps: CircularDeps, period: string): Promise<Report> {
  const tree = orgTree(await deps.directory.orgs());
  const { from, until } = periodOf(period);
  const [report, issuer, scores] = await Promise.all([
    reportIndicators(deps, {
      from,
      until,
      by: 'office',
      orgId: tree.rootId,
      scope: everything(tree),
      language: 'zh-CN',
    }),
    deps.watchOffice(),
    scoreSection(deps, period),
  ]);
  const span = fill(words.span, { from: chineseDate(from), until: chineseDate(until) });
  return {
    template: 'circular',
    name: words.name,
    issuer,
    addressee: words.addressee,
    data: {
      title: fill(words.title, { period: periodText(period) }),
      period: span,
      to: { name: words.addressee },
      opening: fill(words.opening, { span }),
      sections: [overallSection(report), officeSection(report), scores],
      notes: [
        ...report.indicators
          .filter(({ id }) => SHOWN.includes(id))
          .map(({ name, formula }) => `${name}：${formula}`),
        ...words.notes,
      ],
      contact: { phone: deps.servicePhone },
    },
  };
}

function periodText(period: string): string {
  const [year = '', part = ''] = period.split('-');
  const n = Number(part.replace(/^[QH]/u, ''));
  if (part === '') return fill(words.periods.year, { year });
  if (part.startsWith('Q')) {
    return fill(words.periods.quarter, { year, n: words.quarters[n - 1] ?? '' });
  }
  if (part.startsWith('H')) return fill(words.periods.half, { year, n: words.halves[n - 1] ?? '' });
  return fill(words.periods.month, { year, n });
}

function overallSection({ total, indicators }: IndicatorReport) {
  const received = total.figures['online-cases']?.per ?? 0;
  const { of: onTime, per: due = 0 } = total.figures['on-time'] ?? { of: 0 };
  const decided = total.figures['mean-days']?.per ?? 0;
  if (due === 0 && received === 0) return { heading: words.overall, paragraphs: [words.nothing] };
  const rows = indicators.flatMap(({ id, name, kind }) => {
    const figure = total.figures[id];
    if (figure?.value === undefined) return [];
    const before = figure.before === undefined ? words.none : said(figure.before, kind);
    return [{ cells: [name, said(figure.value, kind), before, baseOf(figure)] }];
  });
  return {
    heading: words.overall,
    paragraphs: [fill(words.received, { received, decided, due, onTime })],
    table: { caption: words.figures, headers: words.figureHeads, rows },
  };
}

function baseOf({ of, per }: Figure): string {
  return String(per ?? of);
}

function officeSection({ rows, indicators }: IndicatorReport) {
  const listed = rows.filter(({ figures }) => (figures['on-time']?.per ?? 0) > 0);
  const kindOf = (id: string): string => indicators.find((one) => one.id === id)?.kind ?? 'share';
  const cell = ({ figures }: FigureRow, id: string): string => {
    const value = figures[id]?.value;
    return value === undefined ? words.none : said(value, kindOf(id));
  };
  const cells = (row: FigureRow): string[] => [
    row.name,
    String(row.figures['online-cases']?.per ?? 0),
    String(row.figures['on-time']?.per ?? 0),
    ...['on-time', 'overdue', 'early', 'median-days'].map((id) => cell(row, id)),
  ];
  const plotted = listed
    .flatMap(({ name, figures }) => {
      const share = figures['on-time']?.value;
      return share === undefined ? [] : [{ name, share }];
    })
    .toSorted((a, b) => a.share - b.share)
    .slice(0, MOST_PLOTTED);
  if (listed.length === 0) return { heading: words.offices, paragraphs: [words.nothing] };
  const values = plotted.map(({ name, share }) => `${name} ${said(share, 'share')}`).join('、');
  return {
    heading: words.offices,
    table: {
      caption: words.offices,
      headers: words.officeHeads,
      rows: listed.map((row) => ({ cells: cells(row) })),
    },
    plots: [
      { caption: words.plot, svg: plotOffices(plotted), alt: fill(words.plotAlt, { values }) },
    ],
  };
}

async function scoreSection(deps: CircularDeps, period: string) {
  const published = await findAssessment(deps.db, deps.tenantId, period);
  if (published === undefined) return { heading: words.scores, paragraphs: [words.draft] };
  const { scheme } = await schemeOf(deps, period, published.schemeVersion);
  const tree = orgTree(await deps.directory.orgs());
  const rows = published.result.map((row) =>
    viewRow(row, scheme, deps.statutes.indicators, tree, 'zh-CN'),
  );
  const vetoed = rows.flatMap(({ name, vetoes }) => {
    if (vetoes.length === 0) return [];
    const reasons = vetoes
      .map((veto) => fill(words.vetoReason, { reason: veto.name, n: veto.n }))
      .join('、');
    return [fill(words.veto, { name, reasons })];
  });
  return {
    heading: words.scores,
    ...(vetoed.length === 0 ? {} : { paragraphs: vetoed }),
    table: {
      caption: words.scores,
      headers: words.scoreHeads,
      rows: rows.map(({ name, score, grade = words.none, rank }) => ({
        cells: [
          name,
          score === undefined ? words.none : score.toFixed(2),
          grade,
          rank === undefined ? words.none : String(rank),
        ],
      })),
    },
  };
}

function said(value: number, kind: string): string {
  return kind === 'share' ? fill(words.percent, { n: (value * 100).toFixed(2) }) : String(value);
}
