import { table } from '../markdown-table.ts';
import type { FindingFigures, Latency } from './measure-finding.ts';

/** Finding letters, for docs/performance.md: each size beside the smallest. */
export function findingText({ source, seed, sizes }: FindingFigures): string {
  const [least] = sizes;
  if (least === undefined) throw new RangeError('no sizes were measured');
  const ways = [
    ['search of staff', 'search'],
    ['similar letters while typing', 'similar'],
    ['a page of a list', 'lists'],
  ] as const;
  const rows = sizes.flatMap((size) =>
    ways.map(([what, way]) => [
      what,
      size.letters.toLocaleString('en'),
      ms(size[way].p50Ms),
      `**${ms(size[way].p95Ms)}**`,
      ms(size[way].p99Ms),
      size === least ? '' : ratio(size[way], least[way]),
    ]),
  );
  const head = ['Question', 'letters', 'p50', 'p95', 'p99', `p95 of that at ${least.letters}`];
  return `### Finding letters

Letters made of ${source}, seed ${seed}.

${table(head, rows)}`;
}

function ms(value: number): string {
  return `${value.toFixed(value < 10 ? 1 : 0)} ms`;
}

function ratio(latency: Latency, least: Latency): string {
  return `${(latency.p95Ms / least.p95Ms).toFixed(1)} ×`;
}
