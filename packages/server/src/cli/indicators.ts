import { createDirectory } from '../cases/index.ts';
import { findItem, readTenantId } from '../catalogue/index.ts';
import { rebuildFigures } from '../indicators/index.ts';
import { systemClock } from '../platform/clock/index.ts';
import { readConfig } from '../platform/config/index.ts';
import { openDatabase } from '../platform/db/index.ts';
import { loadStatutes } from '../statutes/index.ts';
import { CommandError } from './command-error.ts';

/** `indicators rebuild`: every figure anew from its events; broken off, the job goes on. */
export async function indicatorsCommand(
  [verb]: readonly string[],
  env: NodeJS.ProcessEnv,
  print: (line: string) => void,
): Promise<number> {
  if (verb !== 'rebuild') throw new CommandError('yichuang indicators rebuild');
  const config = readConfig(env, { demo: false });
  if ('problems' in config) throw new CommandError(config.problems.join('\n'));
  const tenantId = await readTenantId(config.packDirectory);
  const database = await openDatabase({ ...config, onMessage: () => undefined });
  try {
    const { db } = database;
    const { computed } = await rebuildFigures({
      db,
      tenantId,
      clock: systemClock,
      statutes: await loadStatutes(),
      directory: createDirectory(db, tenantId, systemClock),
      findItem: (code, version) => findItem(db, tenantId, code, version ?? systemClock.now()),
    });
    print(`${computed} cases`);
    return 0;
  } finally {
    await database.stop();
  }
}
