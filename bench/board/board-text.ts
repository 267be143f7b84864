/** The reports on sweep and board as their parts of docs/performance.md, also what is printed. */
import { withPart } from '../document-part.ts';
import type { Machine } from '../machine.ts';
import { table } from '../markdown-table.ts';
import type { Spread } from '../statistics.ts';
import type { BoardReport, Times } from './measure-board.ts';
import type { SweepReport } from './measure-sweep.ts';

export const sweepPart = {
  begin: '<!-- bench sweep: begin (npm run bench -- sweep writes from here) -->',
  end: '<!-- bench sweep: end -->',
};

export const boardPart = {
  begin: '<!-- bench board: begin (npm run bench -- board writes from here) -->',
  end: '<!-- bench board: end -->',
};

export function sweepText({ machine, extent, sizes }: SweepReport): string {
  const [least] = sizes;
  if (least === undefined) throw new RangeError('no sizes were measured');
  const rows = sizes.map((size) => [
    size.clocks.toLocaleString('en'),
    String(size.turned),
    spread(size.findMs),
    `**${spread(size.lookMs)}**`,
    String(size.notices),
    size === least ? '' : `${(size.lookMs.median / least.lookMs.median).toFixed(2)} ×`,
  ]);
  const head = [
    'Open clocks',
    'turned in the minute',
    'found, ms',
    'found and acted on, ms',
    'notices',
    `of that at ${least.clocks.toLocaleString('en')}`,
  ];
  return `${machineText(machine)} Median of ${extent.looks} looks, least and most in brackets.

${table(head, rows)}
`;
}

export function boardText({ machine, extent, sizes }: BoardReport): string {
  const [least] = sizes;
  if (least === undefined) throw new RangeError('no sizes were measured');
  const ways = [
    ['`GET /api/board`', 'board'],
    ['late cases of a department', 'list'],
    ['page opened in Chromium', 'page'],
  ] as const;
  const rows = sizes.flatMap((size) =>
    ways.map(([what, way]) => [
      what,
      size.cases.toLocaleString('en'),
      ms(size[way].p50Ms),
      `**${ms(size[way].p95Ms)}**`,
      size === least ? '' : ratio(size[way], least[way]),
    ]),
  );
  const head = ['What', 'open cases', 'p50', 'p95', `p50 of that at ${least.cases}`];
  return `${machineText(machine)} ${extent.requests} requests and ${extent.pageLoads} page loads \
each, one after another.

${table(head, rows)}
`;
}

/** @throws Error when the document has lost its markers */
export function withSweep(document: string, report: SweepReport): string {
  return withPart(document, sweepPart, sweepText(report));
}

/** @throws Error when the document has lost its markers */
export function withBoard(document: string, report: BoardReport): string {
  return withPart(document, boardPart, boardText(report));
}

function machineText(machine: Machine): string {
  return `Measured on ${machine.measuredOn}: ${machine.cores} cores of ${machine.processor}, \
${machine.memoryGiB} GiB, ${machine.system}; Node ${machine.node}, PostgreSQL ${machine.postgres} \
(${machine.durability}); load average before the run ${machine.loadBefore.toFixed(1)}.`;
}

function spread({ median, least, most }: Spread): string {
  return `${Math.round(median)} (${Math.round(least)}–${Math.round(most)})`;
}

function ms(value: number): string {
  return `${value.toFixed(value < 10 ? 1 : 0)} ms`;
}

function ratio(times: Times, least: Times): string {
  return `${(times.p50Ms / least.p50Ms).toFixed(1)} ×`;
}
