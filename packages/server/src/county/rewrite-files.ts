import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What stands there, and what is to stand there. */
export type Replacement = readonly [from: string, to: string];

const TEXTS = /\.(?:json|typ)$/u;

/**
 * Every text of the folder with the replacements made in one pass: what was put in is never found
 * again, so that two codes can change places. Of two that begin at one place, the longer is meant.
 */
export async function rewriteFiles(
  directory: string,
  replacements: readonly Replacement[],
): Promise<void> {
  if (replacements.length === 0) return;
  const found = new Map(replacements);
  const longestFirst = [...found.keys()].toSorted((a, b) => b.length - a.length);
  const literally = longestFirst.map((from) => from.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, '\\$&'));
  const any = new RegExp(literally.join('|'), 'gu');
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile() || !TEXTS.test(entry.name)) continue;
    const file = join(entry.parentPath, entry.name);
    const before = await readFile(file, 'utf8');
    const after = before.replace(any, (from) => found.get(from) ?? from);
    if (after !== before) await writeFile(file, after);
  }
}
