import { stranger } from './http.ts';
import type { TestServer } from './server.ts';

/** Moves the sandbox's clock to nine o'clock of the n-th working day from now. */
export async function moveToMorning(server: TestServer, workingDays = 1): Promise<void> {
  await stranger(server).send('POST', '/api/demo/clock', { workingDays });
}
