import { Worker } from 'node:worker_threads';
import type { Rehearsal, RehearsalModel } from '@yichuang/kernel/rehearsal';

/** So many are waiting, or this one takes so long, that nobody would wait for it. */
export class RehearsalBusy extends Error {}

const MOST_WAITING = 5;
const LONGEST_MS = 60_000;

let last: Promise<unknown> = Promise.resolve();
let waiting = 0;

/**
 * Runs in a thread of its own, one after another: two at once would take the machine's cores.
 * @throws RehearsalBusy
 */
export async function rehearseApart(model: RehearsalModel): Promise<Rehearsal> {
  if (waiting >= MOST_WAITING) throw new RehearsalBusy('too many rehearsals wait');
  waiting += 1;
  const mine = last.then(() => run(model));
  last = mine.catch(() => undefined);
  return mine.finally(() => (waiting -= 1));
}

function run(model: RehearsalModel): Promise<Rehearsal> {
  return new Promise((resolve, reject) => {
    const url = new URL('./rehearse-worker.ts', import.meta.url);
    const worker = new Worker(url, { workerData: model });
    // Whoever draws a flow for which it would take hours keeps the others from theirs.
    const tooLong = setTimeout(() => {
      reject(new RehearsalBusy('the rehearsal took too long'));
      void worker.terminate();
    }, LONGEST_MS);
    worker.once('message', (rehearsal: Rehearsal) => resolve(rehearsal));
    worker.once('error', reject);
    worker.once('exit', (code) => {
      clearTimeout(tooLong);
      if (code !== 0) reject(new Error(`the rehearsal ended with code ${code}`));
    });
  });
}
