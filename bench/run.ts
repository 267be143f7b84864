/**
 * `npm run bench [-- --quick] [-- --cpu-prof DIR]`: measures, prints, and writes the figures to
 * docs/performance.md. `--quick` only shows that everything runs; `--cpu-prof` leaves a profile of
 * the product's process in DIR. Neither writes the document: their numbers mean nothing.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { extents, measure } from './measure.ts';
import { reportText, withReport } from './report-text.ts';

const { values } = parseArgs({
  options: { quick: { type: 'boolean' }, 'cpu-prof': { type: 'string' } },
});
const isQuick = values.quick === true;
const profile = values['cpu-prof'];
const report = await measure({
  extent: isQuick ? extents.quick : extents.full,
  nodeFlags: profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`],
  onProgress: (line) => process.stderr.write(`${line}\n`),
});
process.stdout.write(`${reportText(report)}\n`);
if (!isQuick && profile === undefined) {
  const path = join(import.meta.dirname, '../docs/performance.md');
  writeFileSync(path, withReport(readFileSync(path, 'utf8'), report));
}
