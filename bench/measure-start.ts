import { rm } from 'node:fs/promises';
import { freshFolder } from '../e2e/harness/county-folder.ts';
import { startEmbedded } from '../packages/server/src/platform/db/index.ts';
import { startProgram, type Program } from './program.ts';

export interface StartFigures {
  /** On an empty folder: database made, migrated, pack and catalogue published, ready. */
  readonly coldReadyMs: number;
  readonly coldFirstPageMs: number;
  /** On the same folder again. */
  readonly againReadyMs: number;
  /** PostgreSQL alone, made and started on an empty folder. */
  readonly databaseAloneMs: number;
}

/** @returns the program, running on a folder that it has started on before */
export async function measureStart(
  dataFolder: string,
  nodeFlags: readonly string[],
): Promise<{ readonly figures: StartFigures; readonly program: Program }> {
  const databaseAloneMs = await startDatabaseAlone();
  const cold = await startProgram(dataFolder);
  await cold.stop();
  const program = await startProgram(dataFolder, nodeFlags);
  const { readyMs: coldReadyMs, firstPageMs: coldFirstPageMs } = cold;
  const again = { againReadyMs: program.readyMs, databaseAloneMs };
  return { figures: { coldReadyMs, coldFirstPageMs, ...again }, program };
}

async function startDatabaseAlone(): Promise<number> {
  const dataDirectory = await freshFolder();
  const startedAt = performance.now();
  const alone = await startEmbedded({ dataDirectory });
  const tookMs = performance.now() - startedAt;
  await alone.stop();
  await rm(alone.cluster, { recursive: true, force: true });
  await rm(dataDirectory, { recursive: true, force: true });
  return tookMs;
}
