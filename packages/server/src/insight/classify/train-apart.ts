import { Worker } from 'node:worker_threads';
import type { Classifier } from './classifier.ts';
import { readClassifier } from './read-classifier.ts';
import { TooFewLabels, type Example } from './train-classifier.ts';

/**
 * As `trainClassifier`, in a thread of its own. For a job: it takes one core for seconds.
 * @throws TooFewLabels when the examples have fewer than two labels
 */
export async function trainApart(examples: readonly Example[]): Promise<Classifier> {
  // An error's class does not cross threads, so what can be refused is refused here.
  if (new Set(examples.map(({ label }) => label)).size < 2) {
    throw new TooFewLabels('two labels are needed');
  }
  return readClassifier(await trainedBytes(examples));
}

function trainedBytes(examples: readonly Example[]): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const url = new URL('./train-worker.ts', import.meta.url);
    const worker = new Worker(url, { workerData: examples });
    worker.once('message', (bytes: Uint8Array) => resolve(Buffer.from(bytes)));
    worker.once('error', reject);
    worker.once('exit', (code) => {
      if (code !== 0) reject(new Error(`training ended with code ${code}`));
    });
  });
}
