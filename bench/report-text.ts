/** The report as the generated part of docs/performance.md, which is also what is printed. */
import { withPart } from './document-part.ts';
import { table } from './markdown-table.ts';
import type { Report } from './measure.ts';
import type { WorkFigures } from './measure-work.ts';
import type { Spread } from './statistics.ts';

export const generatedBegin = '<!-- bench: begin (npm run bench writes from here) -->';
export const generatedEnd = '<!-- bench: end -->';

export function reportText(report: Report): string {
  return [machineText(report), stepsText(report), othersText(report), startText(report)].join('\n');
}

/** @throws Error when the document has lost its markers */
export function withReport(document: string, report: Report): string {
  return withPart(document, { begin: generatedBegin, end: generatedEnd }, reportText(report));
}

function machineText({ machine, extent }: Report): string {
  return `Measured on ${machine.measuredOn}: ${machine.cores} cores of ${machine.processor}, \
${machine.memoryGiB} GiB, ${machine.system}; Node ${machine.node}, PostgreSQL ${machine.postgres} \
(${machine.durability}); load average before the run ${machine.loadBefore.toFixed(1)}. \
Median of ${extent.rounds} rounds of ${extent.secondsPerRound} s each, \
least and most in brackets.
`;
}

function stepsText({ steps }: Report): string {
  const rows = steps.map(({ clients, product, bare, sql, ...rest }) => [
    String(clients),
    whole(product),
    whole(bare),
    whole(sql),
    `**${share(rest.productOfBare)}**`,
    share(rest.productOfSql),
    `${ms(rest.latencyMs.p50)} / ${ms(rest.latencyMs.p99)}`,
  ]);
  return `### Case steps per second

${table(
  [
    'Clients',
    'Yichuang over HTTP',
    'bare Fastify route',
    'statement alone',
    'of the bare route',
    'of the statement',
    'p50 / p99, ms',
  ],
  rows,
)}
`;
}

function othersText({ deciding, documents, search }: Report): string {
  const rate = (what: string, figures: WorkFigures, reference: string): string[] => [
    what,
    `${whole(figures.perSecond)} /s`,
    `${reference}: ${whole(figures.referencePerSecond)} /s`,
    share(figures.ofReference),
  ];
  const searched = (which: string, found: number, like: number): string[] => [
    `search over ${search.items} items, ${which}`,
    `${ms(found)} ms`,
    `\`LIKE\` on names, without HTTP: ${ms(like)} ms`,
    `${(found / like).toFixed(1)} ×`,
  ];
  return `### Other work, one core

${table(
  ['Work', 'measured', 'reference', 'ratio'],
  [
    rate('deciding one approval', deciding, 'state copied through JSON'),
    rate('document to sealed PDF', documents, 'rendered, not sealed'),
    searched('p50', search.p50Ms, search.likeP50Ms),
    searched('p99', search.p99Ms, search.likeP99Ms),
  ],
)}
`;
}

function startText({ start }: Report): string {
  const row = (what: string, tookMs: number): string[] => [
    what,
    `${(tookMs / 1000).toFixed(2)} s`,
    `${(tookMs / start.databaseAloneMs).toFixed(1)} ×`,
  ];
  return `### Start

${table(
  ['From the command', 'took', 'of PostgreSQL alone'],
  [
    row('empty folder to ready', start.coldReadyMs),
    row('empty folder to the first page', start.coldFirstPageMs),
    row('started again, to ready', start.againReadyMs),
    row('PostgreSQL alone, made and started', start.databaseAloneMs),
  ],
)}
`;
}

function whole({ median, least, most }: Spread): string {
  const [middle, low, high] = [median, least, most].map((each) =>
    Math.round(each).toLocaleString('en'),
  );
  return `${middle} (${low}–${high})`;
}

function share({ median, least, most }: Spread): string {
  return `${median.toFixed(2)} (${least.toFixed(2)}–${most.toFixed(2)})`;
}

function ms(value: number): string {
  return value.toFixed(value < 10 ? 1 : 0);
}
