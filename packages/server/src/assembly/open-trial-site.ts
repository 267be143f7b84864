import { mkdirSync } from 'node:fs';
import { civilDate } from '@yichuang/kernel/time';
import { ensureDemoAccounts } from '../demo/index.ts';
import { openPool } from '../platform/db/index.ts';
import {
  beginClockAt,
  listStaffToCopy,
  trialPack,
  WEEK_MS,
  type LoadCounts,
  type OpenTrial,
  type TrialHost,
  type TrialToOpen,
} from '../trial/index.ts';
import { assemble, type Parts } from './assemble.ts';
import { buildSite } from './build-site.ts';
import { firstOf, startFilling } from './fill-trial.ts';
import { moveSite } from './move-site.ts';
import { publishPack } from './publish-pack.ts';
import type { App } from '../platform/http/index.ts';
import { trialConfig } from './trial-config.ts';

/** Connections of its own: a trial under load takes none from the county. */
const POOL = 6;
const LOOK_EVERY_MS = 5_000;
/** Time for the answers under way; a page left open with its connection does not keep a trial. */
const GRACE_MS = 300;

/** The same program a second time, over the same database, for the trial's own tenant. */
export async function openTrialSite(
  county: Parts,
  wanted: TrialToOpen & { readonly counts: LoadCounts },
  port: number,
  host: TrialHost,
): Promise<OpenTrial> {
  const { input, deps, wallClock } = county;
  const { trialId } = wanted;
  const config = trialConfig(county.config, trialId, port);
  const onError = (error: unknown, where: string): void => input.onError(error, `trial ${where}`);
  const { urls } = input.database;
  const db = openPool({ url: urls.app, max: POOL, applicationName: 'yichuang trial' });
  const undo: (() => Promise<unknown>)[] = [() => db.stop()];
  const stop = async (): Promise<void> => {
    while (undo.length > 0) await undo.pop()?.();
  };
  try {
    const today = civilDate(wallClock.now());
    const staff = await listStaffToCopy(deps.db, deps.tenantId, today);
    const pack = trialPack(county.pack, trialId, staff);
    const { load } = wanted;
    if (load !== undefined) {
      await beginClockAt(db, trialId, -load.weeks * WEEK_MS, wallClock.now());
    }
    const database = { ...input.database, db, stop: () => db.stop() };
    const parts = await assemble({ ...input, config, pack, database, onError });
    await publishPack(db, pack, parts.people, parts.clock.now(), true, deps.tenantId);
    mkdirSync(config.dataDirectory, { recursive: true });
    const accounts = await ensureDemoAccounts(pack, parts.people, config.dataDirectory);
    const app = await buildSite(parts, host);
    undo.push(() => closeSoon(app));
    await parts.jobs.start();
    undo.push(async () => {
      await parts.timekeeper.stop();
      await parts.jobs.stop();
      parts.notices.stop();
    });
    await parts.timekeeper.look();
    parts.timekeeper.start(LOOK_EVERY_MS);
    await app.listen({ host: config.host, port });
    const filler = await startFilling(parts, app, load && firstOf(load, wanted.counts), onError);
    undo.push(() => filler.stop());
    return {
      trialId,
      url: config.publicUrl,
      now: () => parts.clock.now(),
      move: (step) => moveSite(parts, step),
      accounts: () => ({
        url: config.publicUrl,
        madeOn: today,
        password: accounts.password,
        staff: [...accounts.staff],
      }),
      filling: () => filler.now(),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function closeSoon(app: App): Promise<void> {
  const cut = setTimeout(() => app.server.closeAllConnections(), GRACE_MS);
  await app.close();
  clearTimeout(cut);
}
