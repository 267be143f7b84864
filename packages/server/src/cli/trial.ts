import { purgeTrialCounty } from '../assembly/index.ts';
import { readTenantId } from '../catalogue/index.ts';
import { readConfig } from '../platform/config/index.ts';
import { openDatabase } from '../platform/db/index.ts';
import { listRetired, readTrialState, trialIdOf } from '../trial/index.ts';
import { CommandError } from './command-error.ts';

/**
 * `trial purge [--all]`: removes what resets have left behind; with `--all` the present trial too,
 * once it is switched off. The database's own function refuses whatever is no trial county.
 */
export async function trialCommand(
  [verb, ...args]: readonly string[],
  env: NodeJS.ProcessEnv,
  print: (line: string) => void,
): Promise<number> {
  if (verb !== 'purge') throw new CommandError('yichuang trial purge [--all]');
  const config = readConfig(env, { demo: false });
  if ('problems' in config) throw new CommandError(config.problems.join('\n'));
  const tenantId = await readTenantId(config.packDirectory);
  const database = await openDatabase({ ...config, onMessage: () => undefined });
  try {
    const { db } = database;
    const { generation, isOn } = await readTrialState(db, tenantId);
    const isAll = args.includes('--all');
    if (isAll && isOn) throw new CommandError('the trial county is switched on; stop it first');
    const kept = isAll ? '' : trialIdOf(tenantId, generation);
    const retired = await listRetired(db, tenantId, kept);
    for (const trialId of retired) {
      const rows = await purgeTrialCounty(config, database.urls, trialId);
      print(`${trialId}: ${rows} rows removed`);
    }
    if (retired.length === 0) print('nothing to remove');
    return 0;
  } finally {
    await database.stop();
  }
}
