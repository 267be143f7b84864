/**
 * `npm run bench [-- letters] [-- --quick] [-- --cpu-prof DIR]`: measures, prints, and writes the
 * figures to docs/performance.md. `letters` measures that part alone. `--quick` only shows that
 * everything runs; `--cpu-prof` leaves a profile of the product's process in DIR. Neither writes
 * the document: their numbers mean nothing.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { lettersText, withLetters } from './letters/letters-text.ts';
import { findingExtents, measureLetters } from './letters/measure-letters.ts';
import { extents, measure } from './measure.ts';
import { reportText, withReport } from './report-text.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean' }, 'cpu-prof': { type: 'string' } },
});
const isQuick = values.quick === true;
const profile = values['cpu-prof'];
const unknown = positionals.filter((part) => part !== 'letters');
if (unknown.length > 0) throw new Error(`no such part: ${unknown.join(', ')}; there is: letters`);
const onProgress = (line: string): void => void process.stderr.write(`${line}\n`);

if (positionals.length === 0) {
  const report = await measure({
    extent: isQuick ? extents.quick : extents.full,
    nodeFlags: profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`],
    onProgress,
  });
  show(reportText(report), (document) => withReport(document, report));
}
// A profile is of the product's process; letters are measured without it.
if (profile === undefined && (positionals.includes('letters') || !isQuick)) {
  const letters = await measureLetters(findingExtents[isQuick ? 'quick' : 'full'], onProgress);
  show(lettersText(letters), (document) => withLetters(document, letters));
}

function show(text: string, written: (document: string) => string): void {
  process.stdout.write(`${text}\n`);
  if (isQuick || profile !== undefined) return;
  const path = join(import.meta.dirname, '../docs/performance.md');
  writeFileSync(path, written(readFileSync(path, 'utf8')));
}
