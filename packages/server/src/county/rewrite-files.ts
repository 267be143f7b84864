import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What stands there, and what is to stand there. */
export type Replacement = readonly [from: string, to: string];

const TEXTS = /\.(?:json|typ)$/u;

/** Every text of the folder with the replacements made, in their order. */
export async function rewriteFiles(
  directory: string,
  replacements: readonly Replacement[],
): Promise<void> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile() || !TEXTS.test(entry.name)) continue;
    const file = join(entry.parentPath, entry.name);
    const before = await readFile(file, 'utf8');
    const after = replacements.reduce((text, [from, to]) => text.replaceAll(from, to), before);
    if (after !== before) await writeFile(file, after);
  }
}
