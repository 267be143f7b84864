import { rm } from 'node:fs/promises';
import type { Config } from '../platform/config/index.ts';
import { openPool, type RoleUrls } from '../platform/db/index.ts';
import { purgeTrial } from '../trial/index.ts';
import { trialFolder } from './trial-config.ts';

/** A big trial has a million rows; what serves people is cut off after seconds. */
const MOST_MS = 30 * 60_000;

/** Rows first, then files: what is left when it breaks off is found again by its tenant. */
export async function purgeTrialCounty(
  config: Config,
  urls: RoleUrls,
  trialId: string,
): Promise<number> {
  const applicationName = 'yichuang trial purge';
  const db = openPool({ url: urls.app, max: 1, statementTimeoutMs: MOST_MS, applicationName });
  try {
    const removed = await purgeTrial(db, trialId);
    await rm(trialFolder(config, trialId), { recursive: true, force: true });
    return removed;
  } finally {
    await db.stop();
  }
}
