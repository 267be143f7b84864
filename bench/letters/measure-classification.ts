import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { ClassificationFigures } from './classification-figures.ts';

/**
 * @returns undefined where the labelled letters are absent
 * @throws Error when the process ends without figures
 */
export async function measureClassification(): Promise<ClassificationFigures | undefined> {
  const child = fork(join(import.meta.dirname, 'classification-program.ts'));
  const ended = new AbortController();
  child.once('exit', () => ended.abort(new Error('the measuring process ended')));
  const [figures] = (await once(child, 'message', { signal: ended.signal })) as [
    ClassificationFigures | null,
  ];
  return figures ?? undefined;
}
