import { mkdirSync } from 'node:fs';
import type { TrialAccounts } from '@yichuang/contracts';
import { civilDate } from '@yichuang/kernel/time';
import { bringIntoForce } from '../catalogue/index.ts';
import { ensureDemoAccounts } from '../demo/index.ts';
import { openPool, type Database } from '../platform/db/index.ts';
import {
  beginClockAt,
  copyDesign,
  isTrialKnown,
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
  const { urls } = county.input.database;
  const db = openPool({ url: urls.app, max: POOL, applicationName: 'yichuang trial' });
  const undo: (() => Promise<unknown>)[] = [() => db.stop()];
  const stop = async (): Promise<void> => {
    while (undo.length > 0) await undo.pop()?.();
  };
  try {
    const { parts, load, accounts } = await prepareTrial(county, wanted, port, db);
    const onError = parts.input.onError;
    const app = await buildSite(parts, host);
    undo.push(
      () => stopBackground(parts),
      () => closeSoon(app),
    );
    await parts.jobs.start();
    await parts.timekeeper.look();
    parts.timekeeper.start(LOOK_EVERY_MS);
    await app.listen({ host: parts.config.host, port });
    const begun = load && firstOf(load, wanted.counts);
    const filler = await startFilling(parts, app, begun, onError);
    undo.push(() => filler.stop());
    return {
      trialId: wanted.trialId,
      url: parts.config.publicUrl,
      now: () => parts.clock.now(),
      move: (step) => moveSite(parts, step),
      accounts: () => accounts,
      filling: () => filler.now(),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What the trial's tables need before it answers; of a generation that is there, nothing new. */
async function prepareTrial(county: Parts, wanted: TrialToOpen, port: number, db: Database) {
  const { input, deps, wallClock } = county;
  const { trialId, load } = wanted;
  const config = trialConfig(county.config, trialId, port);
  const realNow = wallClock.now();
  const today = civilDate(realNow);
  const isNew = !(await isTrialKnown(deps.db, trialId));
  if (isNew && load !== undefined) {
    await beginClockAt(db, trialId, -load.weeks * WEEK_MS, realNow);
  }
  const staff = await listStaffToCopy(deps.db, deps.tenantId, today);
  const pack = trialPack(county.pack, trialId, staff);
  const parts = await assemble({
    ...input,
    config,
    pack,
    database: { ...input.database, db, stop: () => db.stop() },
    onError: (error, where) => input.onError(error, `trial ${where}`),
  });
  const trialNow = parts.clock.now();
  await publishPack(db, pack, parts.people, trialNow, true, deps.tenantId);
  mkdirSync(config.dataDirectory, { recursive: true });
  const made = await ensureDemoAccounts(pack, parts.people, config.dataDirectory);
  if (isNew) {
    await copyDesign(db, deps.tenantId, trialId, { realNow, trialNow });
    await bringIntoForce(db, trialId, trialNow);
  }
  const accounts: TrialAccounts = {
    url: config.publicUrl,
    madeOn: today,
    password: made.password,
    staff: [...made.staff],
  };
  return { parts, load, accounts };
}

/** After the site has closed, for its last answers may still set something going. */
async function stopBackground(parts: Parts): Promise<void> {
  await parts.timekeeper.stop();
  await parts.boardSignal.stop();
  await parts.jobs.stop();
  parts.notices.stop();
}

async function closeSoon(app: App): Promise<void> {
  const cut = setTimeout(() => app.server.closeAllConnections(), GRACE_MS);
  await app.close();
  clearTimeout(cut);
}
