import { Worker } from 'node:worker_threads';
import type { Rehearsal, RehearsalModel } from '@yichuang/kernel/rehearsal';

let last: Promise<unknown> = Promise.resolve();

/** Runs in a thread of its own, one after another: two at once would take the machine's cores. */
export function rehearseApart(model: RehearsalModel): Promise<Rehearsal> {
  const mine = last.then(() => run(model));
  last = mine.catch(() => undefined);
  return mine;
}

function run(model: RehearsalModel): Promise<Rehearsal> {
  return new Promise((resolve, reject) => {
    const url = new URL('./rehearse-worker.ts', import.meta.url);
    const worker = new Worker(url, { workerData: model });
    worker.once('message', (rehearsal: Rehearsal) => resolve(rehearsal));
    worker.once('error', reject);
    worker.once('exit', (code) => {
      if (code !== 0) reject(new Error(`the rehearsal ended with code ${code}`));
    });
  });
}
