import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Example } from '../../packages/server/src/insight/index.ts';

/** Real letters stand beside the project, never in it: they hold names. */
const path = join(import.meta.dirname, '../../../shared/data/letters/letters_labelled.jsonl');

/** Undefined where the letters are absent. */
export function readLabelledLetters(): Example[] | undefined {
  if (!existsSync(path)) return undefined;
  return readFileSync(path, 'utf8').trim().split('\n').map(exampleOf);
}

interface Row {
  readonly title: string;
  readonly label: string;
  readonly detail: string | null;
  /** Of some letters only the words have come down. */
  readonly tokens?: string;
}

function exampleOf(line: string): Example {
  const { title, label, detail, tokens } = JSON.parse(line) as Row;
  return { letter: { title, body: detail ?? tokens ?? '' }, label };
}
