// Files past 300 lines, longest first. A report and not a gate: a table of 400 plain rows is fine,
// a clever 60 is not; but two things living in one file are found by looking here.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { trackedFiles } from './git-files.ts';

const root = join(import.meta.dirname, '..');
const noticeable = 300;

const lengths = trackedFiles(root)
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => ({ path, lines: readFileSync(join(root, path), 'utf8').split('\n').length - 1 }))
  .sort((a, b) => b.lines - a.lines);
const median = lengths[Math.floor(lengths.length / 2)]?.lines ?? 0;
const long = lengths.filter(({ lines }) => lines > noticeable);

console.log(`${lengths.length} files, median ${median} lines, ${long.length} past ${noticeable}`);
for (const { path, lines } of long) console.log(`  ${lines} ${path}`);
