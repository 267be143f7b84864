import { createServer } from 'node:net';
import { once } from 'node:events';
import { appendJournal } from '../ledger/index.ts';
import {
  createTrialHost,
  loadCounts,
  type LoadCounts,
  type TrialAct,
  type TrialHost,
} from '../trial/index.ts';
import type { Parts } from './assemble.ts';
import { openTrialSite } from './open-trial-site.ts';
import { purgeTrialCounty } from './purge-trial.ts';

/**
 * Keeps the trial county beside this one: assembled when it is switched on, and not before.
 * @param counts how much a load of each size files
 */
export function hostTrial(parts: Parts, counts: LoadCounts = loadCounts): TrialHost {
  const { config, deps, input } = parts;
  let port = config.trialPort;
  const host: TrialHost = createTrialHost({
    db: deps.db,
    countyId: deps.tenantId,
    wallClock: parts.wallClock,
    onError: input.onError,
    record: (act) => recordAct(parts, act),
    purge: (trialId) => purgeTrialCounty(config, input.database.urls, trialId),
    async open(wanted) {
      // Found once: after a reset it answers where it did before.
      if (port === 0) port = await freePort(config.host);
      return openTrialSite(parts, { ...wanted, counts }, port, host);
    },
  });
  return host;
}

/** In the real county's journal: who opened a trial, when, and with what in it. */
async function recordAct({ deps, clock }: Parts, { type, by, data }: TrialAct): Promise<void> {
  const actor =
    by === undefined
      ? ({ kind: 'system', personId: 'system', name: 'system', rule: 'trial-county' } as const)
      : ({ kind: 'staff', ...by } as const);
  const entry = { type, actor, data, at: clock.now() };
  await deps.db.tx((tx) => appendJournal(tx, deps.tenantId, 'trial:acts', [entry]));
}

async function freePort(host: string): Promise<number> {
  const probe = createServer().listen(0, host);
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}
