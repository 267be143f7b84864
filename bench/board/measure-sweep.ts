/** A look at the clocks: what turned in the last minute, among few and among a million open. */
import { rm } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { freshFolder } from '../../e2e/harness/county-folder.ts';
import { addMs, instant, type Instant } from '../../packages/kernel/src/time/index.ts';
import { assemble, publishPack, type Parts } from '../../packages/server/src/assembly/index.ts';
import { loadOpenCases } from '../../packages/server/src/board/testing-load.ts';
import { loadPack } from '../../packages/server/src/catalogue/index.ts';
import { ensureDemoAccounts } from '../../packages/server/src/demo/index.ts';
import { readConfig, type Config } from '../../packages/server/src/platform/config/index.ts';
import {
  migrate,
  openPool,
  startEmbedded,
  type Database,
} from '../../packages/server/src/platform/db/index.ts';
import { ensureKeyFile } from '../../packages/server/src/platform/secrets/index.ts';
import { loadStatutes } from '../../packages/server/src/statutes/index.ts';
import { findTurned } from '../../packages/server/src/timekeeping/clock-sweep.pg.ts';
import { acceptedCase, openOffice } from '../accepted-case.ts';
import { describeMachine, loadNow, type Machine } from '../machine.ts';
import { spreadOf, type Spread } from '../statistics.ts';

export interface SweepExtent {
  /** Open cases of each size, with four running clocks each; the fewest first. */
  readonly cases: readonly number[];
  /** Clocks that turn in each minute. */
  readonly perMinute: number;
  /** Looks that are measured, one for each minute. */
  readonly looks: number;
}

export interface SweepFigures {
  readonly clocks: number;
  /** Per look: found, decided, told, written; `find` is the finding alone. */
  readonly lookMs: Spread;
  readonly findMs: Spread;
  readonly turned: number;
  readonly notices: number;
}

export interface SweepReport {
  readonly machine: Machine;
  readonly extent: SweepExtent;
  readonly sizes: readonly SweepFigures[];
}

export const sweepExtents = {
  full: { cases: [12_500, 250_000], perMinute: 1_000, looks: 9 },
  quick: { cases: [100, 200], perMinute: 20, looks: 2 },
} satisfies Record<string, SweepExtent>;

const CLOCKS_OF_A_CASE = 4;
const MINUTE_MS = 60_000;
/** Mid-morning, when no limit ends by itself: those that turn are those put there. */
const at = instant('2026-11-24T02:00:00.000Z');

export async function measureSweep(
  extent: SweepExtent,
  onProgress: (line: string) => void = () => undefined,
): Promise<SweepReport> {
  const loadBefore = loadNow();
  const sizes: SweepFigures[] = [];
  let machine: Machine | undefined;
  for (const cases of extent.cases) {
    const dataDirectory = await freshFolder();
    const embedded = await startEmbedded({ dataDirectory });
    try {
      await migrate(embedded.urls);
      const db = openPool({ url: embedded.urls.app });
      const owner = openPool({ url: embedded.urls.owner, max: 1, statementTimeoutMs: 900_000 });
      machine = await describeMachine(db, loadBefore);
      const place = { db, owner, urls: embedded.urls, dataDirectory };
      sizes.push(await measureSize(place, cases, extent, onProgress));
      await owner.stop();
      await db.stop();
    } finally {
      await embedded.stop();
      await rm(embedded.cluster, { recursive: true, force: true });
      await rm(dataDirectory, { recursive: true, force: true });
    }
  }
  if (machine === undefined) throw new RangeError('no sizes were asked for');
  return { machine, extent, sizes };
}

interface Place {
  readonly db: Database;
  readonly owner: Database;
  readonly urls: Awaited<ReturnType<typeof startEmbedded>>['urls'];
  readonly dataDirectory: string;
}

async function measureSize(
  place: Place,
  cases: number,
  { perMinute, looks }: SweepExtent,
  onProgress: (line: string) => void,
): Promise<SweepFigures> {
  const { db, owner } = place;
  let now: Instant = addMs(at, -MINUTE_MS);
  const parts = await openParts(place, () => now);
  const { tenantId } = parts.deps;
  const office = await openOffice(db, place.dataDirectory);
  const { state } = acceptedCase(office, randomUUID(), 'BENCH');
  const startedAt = performance.now();
  // One minute more than is measured: the first look loads plans and pages.
  const turning = { perMinute, minutes: looks + 1, state };
  await loadOpenCases(owner, { tenantId, cases, at, turning });
  await owner.query('VACUUM ANALYZE');
  await db.renewConnections();
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
  onProgress(`${cases * CLOCKS_OF_A_CASE} clocks loaded in ${seconds} s`);
  await parts.timekeeper.look();
  const lookMs: number[] = [];
  const findMs: number[] = [];
  const counts: { turned: number; notices: number }[] = [];
  for (let minute = 0; minute <= looks; minute += 1) {
    const since = now;
    now = addMs(at, minute * MINUTE_MS);
    const found = await timed(() => countTurned(db, tenantId, since, now));
    const noticesBefore = await countNotices(db);
    const look = await timed(() => parts.timekeeper.look());
    if (minute === 0) continue;
    findMs.push(found.tookMs);
    lookMs.push(look.tookMs);
    counts.push({ turned: found.value, notices: (await countNotices(db)) - noticesBefore });
  }
  await parts.boardSignal.stop();
  await parts.jobs.stop();
  const meanOf = (which: 'turned' | 'notices') =>
    Math.round(counts.reduce((sum, each) => sum + each[which], 0) / counts.length);
  return {
    clocks: cases * CLOCKS_OF_A_CASE,
    lookMs: spreadOf(lookMs),
    findMs: spreadOf(findMs),
    turned: meanOf('turned'),
    notices: meanOf('notices'),
  };
}

/** The whole program but for its web server, on a clock of the bench. */
async function openParts({ db, urls, dataDirectory }: Place, now: () => Instant): Promise<Parts> {
  const config = benchConfig(dataDirectory);
  ensureKeyFile(config.secretKeyFile);
  const [pack, statutes] = await Promise.all([
    loadPack(config.packDirectory, { overlays: config.overlayDirectories }),
    loadStatutes(),
  ]);
  const database = {
    db,
    urls,
    migrations: { applied: [], version: 0 },
    stop: async () => undefined,
  };
  const parts = await assemble({
    config,
    pack,
    statutes,
    database,
    wallClock: { now },
    onError: (error) => {
      throw error;
    },
  });
  await publishPack(db, pack, parts.people, now(), true);
  await ensureDemoAccounts(pack, parts.people, dataDirectory);
  return parts;
}

function benchConfig(dataDirectory: string): Config {
  const env = { DATA_DIR: dataDirectory, LOG_LEVEL: 'silent', DEMO: '1' };
  const config = readConfig(env, { demo: true });
  if ('problems' in config) throw new Error(config.problems.join('\n'));
  return config;
}

async function countTurned(
  db: Database,
  tenantId: string,
  since: Instant,
  now: Instant,
): Promise<number> {
  return (await findTurned(db, tenantId, since, now)).length;
}

async function countNotices(db: Database): Promise<number> {
  const [row] = await db.query<{ n: number }>('SELECT count(*)::int AS n FROM notice');
  return row?.n ?? 0;
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; tookMs: number }> {
  const startedAt = performance.now();
  const value = await work();
  return { value, tookMs: performance.now() - startedAt };
}
