/**
 * `npm run bench [-- PART] [-- --quick] [-- --cpu-prof DIR]`: measures, prints, and writes the
 * figures to docs/performance.md. PART measures that alone: `letters`, `sweep` (a million open
 * clocks), `board` (100,000 open cases), or `quarter`, which holds a simulated quarter against the
 * rules of supervision, for docs/supervision.md, and is no part of the whole. `--quick` only shows
 * that everything runs; `--cpu-prof` leaves a profile of the product's process in DIR. Neither
 * writes the document: their numbers mean nothing.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { boardText, sweepText, withBoard, withSweep } from './board/board-text.ts';
import { boardExtents, measureBoard } from './board/measure-board.ts';
import { measureSweep, sweepExtents } from './board/measure-sweep.ts';
import { lettersText, withLetters } from './letters/letters-text.ts';
import { findingExtents, measureLetters } from './letters/measure-letters.ts';
import { civilDate, instant } from '../packages/kernel/src/time/index.ts';
import { extents, measure } from './measure.ts';
import { quarterText, withQuarter } from './quarter/quarter-text.ts';
import { quarters, runQuarter } from './quarter/run-quarter.ts';
import { reportText, withReport } from './report-text.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean' }, 'cpu-prof': { type: 'string' } },
});
const isQuick = values.quick === true;
const profile = values['cpu-prof'];
const parts = ['letters', 'quarter', 'sweep', 'board'];
const unknown = positionals.filter((part) => !parts.includes(part));
if (unknown.length > 0) {
  throw new Error(`no such part: ${unknown.join(', ')}; there are: ${parts.join(', ')}`);
}
/** Asked for by name, or one of all. A profile is of the product's process: nothing else then. */
const wants = (part: string): boolean =>
  profile === undefined && (positionals.includes(part) || (positionals.length === 0 && !isQuick));
const onProgress = (line: string): void => void process.stderr.write(`${line}\n`);

if (positionals.length === 0) {
  const report = await measure({
    extent: isQuick ? extents.quick : extents.full,
    nodeFlags: profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`],
    onProgress,
  });
  show(reportText(report), (document) => withReport(document, report));
}
if (wants('letters')) {
  const letters = await measureLetters(findingExtents[isQuick ? 'quick' : 'full'], onProgress);
  show(lettersText(letters), (document) => withLetters(document, letters));
}
if (wants('sweep')) {
  const sweep = await measureSweep(sweepExtents[isQuick ? 'quick' : 'full'], onProgress);
  show(sweepText(sweep), (document) => withSweep(document, sweep));
}
if (wants('board')) {
  const board = await measureBoard(boardExtents[isQuick ? 'quick' : 'full'], onProgress);
  show(boardText(board), (document) => withBoard(document, board));
}
if (positionals.includes('quarter')) {
  const today = civilDate(instant(new Date().toISOString()));
  const quarter = await runQuarter(quarters[isQuick ? 'quick' : 'full'], today);
  show(quarterText(quarter), (document) => withQuarter(document, quarter), 'supervision.md');
}

function show(
  text: string,
  written: (document: string) => string,
  document = 'performance.md',
): void {
  process.stdout.write(`${text}\n`);
  if (isQuick || profile !== undefined) return;
  const path = join(import.meta.dirname, '../docs', document);
  writeFileSync(path, written(readFileSync(path, 'utf8')));
}
