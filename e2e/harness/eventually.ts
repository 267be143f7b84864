import { setTimeout } from 'node:timers/promises';

const everyMs = 100;

/**
 * Asks again until there is an answer: for work that the server does after it has replied
 * (documents, messages). Ends as soon as it is there, so no journey waits a fixed time.
 *
 * @throws Error naming `what` when nothing came in time (60 s unless told)
 */
export async function eventually<T>(
  what: string,
  look: () => Promise<T | undefined>,
  withinMs = 60_000,
): Promise<T> {
  const until = performance.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > until) throw new Error(`${what} did not come within ${withinMs} ms`);
    await setTimeout(everyMs);
  }
}
