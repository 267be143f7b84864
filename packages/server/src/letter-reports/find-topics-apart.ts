import { Worker } from 'node:worker_threads';
import type { HotTopic, TopicLetter, TopicOptions } from '../insight/index.ts';

/** What crosses to the thread: no functions. */
export interface TopicTask {
  readonly letters: readonly TopicLetter[];
  readonly options: Omit<TopicOptions, 'cut'>;
}

let last: Promise<unknown> = Promise.resolve();

/**
 * Topics of the letters, found in a thread of its own: thousands of letters take seconds, and
 * nobody else is to wait for them. One after another, for each takes a core.
 *
 * @throws whatever the thread met
 */
export function findTopicsApart(task: TopicTask): Promise<HotTopic[]> {
  const mine = last.then(() => run(task));
  last = mine.catch(() => undefined);
  return mine;
}

function run(task: TopicTask): Promise<HotTopic[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./topics-worker.ts', import.meta.url), { workerData: task });
    worker.once('message', (topics: HotTopic[]) => resolve(topics));
    worker.once('error', reject);
    worker.once('exit', (code) => {
      if (code !== 0) reject(new Error(`the search for topics ended with code ${code}`));
    });
  });
}
