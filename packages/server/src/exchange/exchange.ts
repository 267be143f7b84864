/**
 * Upload to the level above (ADR 0031). The events are the outbox: each case has a position in its
 * own, what is sent is made when it is sent, and nothing can be forgotten between two tables.
 */
import type { UploadDayView, UploadOverview } from '@yichuang/contracts';
import {
  addDays,
  addMs,
  civilDate,
  instantMs,
  type Instant,
  type PlainDate,
} from '@yichuang/kernel/time';
import { raiseAlarm } from './alarm.ts';
import { findMovedCases, markMovedCase, sendAgain } from './case-position.pg.ts';
import { compareDay } from './compare-day.ts';
import { differingCases } from './comparison.pg.ts';
import { shapeName, type ExchangeDeps, type SendingDeps } from './exchange-deps.ts';
import { listDays, listDifferences, listHeld, readBehind, readDay } from './overview.pg.ts';
import type { Language } from '../platform/refusal.ts';
import { ReceiverFault } from './receiver.ts';
import {
  meetReceiver,
  readReceiverState,
  recordFault,
  tryNow,
  writeLookedDay,
} from './receiver-state.pg.ts';
import { sendCases } from './send-cases.ts';
import { sendRoots } from './send-roots.ts';

export interface Exchange {
  readonly isOn: boolean;
  /** This case has moved; told within seconds and not only at the next look. */
  mark(caseId: string): Promise<void>;
  /** Looks what has happened and tells it; as often as one likes, also in two processes. */
  run(): Promise<void>;
  /** The last weeks' days against what the receiver has of them. */
  compareDays(): Promise<void>;
  /** @returns false when there is no receiver, or it does not answer */
  compare(day: PlainDate): Promise<boolean>;
  /** @returns how many cases are told again from their first event */
  sendCaseAgain(caseId: string): Promise<number>;
  sendDayAgain(day: PlainDate): Promise<number>;
  /** Does not wait for the end of a pause. */
  tryNow(): Promise<void>;
  overview(language?: Language): Promise<UploadOverview>;
  day(day: PlainDate, language?: Language): Promise<UploadDayView>;
  figures(): Promise<UploadFigures>;
}

export interface UploadFigures {
  readonly at: Instant;
  readonly behindCases: number;
  readonly behindSince: Instant | null;
  readonly heldCases: number;
  readonly standingSince: Instant | null;
}

const LOOK = 'upload';
/** Of what is known already: without the look at all that happened today. */
const SEND = 'upload-now';
const COMPARE = 'upload-compare';
const EVERY_MINUTE = '* * * * *';
/** 00:50 in Shanghai: the day before is closed, its root published. */
const COMPARING_TIME = '50 16 * * *';
const RUN_MS = 50_000;
/** A command that began before midnight writes events of that day (ledger/publish-roots.ts). */
const CLOSING_MS = 15 * 60 * 1000;
const DAYS_COMPARED = 31;
/** A day that was left out for an outage is made again the night after. */
const DAYS_MADE_AGAIN = 3;
const CASES_A_LOOK = 5_000;
/** Behind by less is on its way. */
const ON_ITS_WAY_MS = 120_000;

export function createExchange(deps: ExchangeDeps): Exchange {
  const sending = isSending(deps) ? deps : undefined;
  const exchange = sending === undefined ? withoutReceiver(deps) : withReceiver(sending);
  if (sending !== undefined) {
    deps.jobs.register(LOOK, () => exchange.run(), EVERY_MINUTE);
    deps.jobs.register(SEND, () => sendNow(sending));
    deps.jobs.register(COMPARE, () => exchange.compareDays(), COMPARING_TIME);
  }
  return exchange;
}

function isSending(deps: ExchangeDeps): deps is SendingDeps {
  return deps.target !== undefined;
}

const NOTHING_SENT = {
  isTest: false,
  isPlain: false,
  behindCases: 0,
  heldCases: 0,
  held: [],
  days: [],
  contradictedDays: [],
};

function withoutReceiver(deps: ExchangeDeps): Exchange {
  const nothing = (): Promise<void> => Promise.resolve();
  return {
    isOn: false,
    mark: nothing,
    run: nothing,
    compareDays: nothing,
    compare: () => Promise.resolve(false),
    sendCaseAgain: () => Promise.resolve(0),
    sendDayAgain: () => Promise.resolve(0),
    tryNow: nothing,
    overview: () => Promise.resolve({ state: 'off', ...NOTHING_SENT }),
    day: (day, language) => dayView(deps, day, language),
    figures: () => Promise.reject(new Error('nothing is uploaded')),
  };
}

function withReceiver(deps: SendingDeps): Exchange {
  const { db, tenantId, wallClock } = deps;
  const wake = async (): Promise<void> => {
    await deps.jobs.enqueueInTx(db, SEND, { tenantId }, { key: SEND });
    deps.jobs.wake();
  };
  const again = async (caseIds: readonly string[]): Promise<number> => {
    const cases = await sendAgain(db, tenantId, caseIds, wallClock.now());
    if (cases > 0) await wake();
    return cases;
  };
  return {
    isOn: true,
    async mark(caseId) {
      if (await markMovedCase(db, tenantId, caseId, wallClock.now())) await wake();
    },
    run: () => run(deps),
    compareDays: () => compareDays(deps),
    compare: (day) => answersTo(deps, () => compareDay(deps, day)),
    sendCaseAgain: (caseId) => again([caseId]),
    sendDayAgain: async (day) => again(await differingCases(db, tenantId, day)),
    async tryNow() {
      await tryNow(db, tenantId);
      await wake();
    },
    overview: (language) => overview(deps, language),
    day: (day, language) => dayView(deps, day, language),
    figures: () => figures(deps),
  };
}

async function meet({ db, tenantId, target, wallClock }: SendingDeps): Promise<void> {
  const shape = shapeName(target.shape);
  await meetReceiver(db, tenantId, { address: target.url, shape, at: wallClock.now() });
}

async function sendNow(deps: SendingDeps): Promise<void> {
  await meet(deps);
  await sendCases(deps, instantMs(deps.wallClock.now()) + RUN_MS);
}

async function run(deps: SendingDeps): Promise<void> {
  const untilMs = instantMs(deps.wallClock.now()) + RUN_MS;
  await meet(deps);
  await look(deps, untilMs);
  await sendCases(deps, untilMs);
  const state = await readReceiverState(deps.db, deps.tenantId);
  if (state.openUntil === null) await answersTo(deps, () => sendRoots(deps));
  await raiseAlarm(deps, await readReceiverState(deps.db, deps.tenantId));
}

/** What has happened since the last look; the first time, since the first case. */
async function look(deps: SendingDeps, untilMs: number): Promise<void> {
  const { db, tenantId, clock, wallClock } = deps;
  const { lookedDay: fromDay } = await readReceiverState(db, tenantId);
  const day = civilDate(addMs(clock.now(), -CLOSING_MS));
  while (instantMs(wallClock.now()) < untilMs) {
    const question = { fromDay, at: wallClock.now(), most: CASES_A_LOOK };
    if ((await findMovedCases(db, tenantId, question)) < CASES_A_LOOK) {
      await writeLookedDay(db, tenantId, day);
      return;
    }
  }
}

/** Once a night all is looked at from the beginning: what no day's look found is found then. */
async function compareDays(deps: SendingDeps): Promise<void> {
  await meet(deps);
  await writeLookedDay(deps.db, deps.tenantId, null);
  const today = civilDate(deps.clock.now());
  for (let back = 1; back <= DAYS_COMPARED; back += 1) {
    const depth = back <= DAYS_MADE_AGAIN ? 'from-events' : 'by-digest';
    if (!(await answersTo(deps, () => compareDay(deps, addDays(today, -back), depth)))) return;
  }
}

async function answersTo(deps: SendingDeps, ask: () => Promise<unknown>): Promise<boolean> {
  try {
    await ask();
    return true;
  } catch (error) {
    if (!(error instanceof ReceiverFault)) throw error;
    await recordFault(deps.db, deps.tenantId, error.fault, false);
    return false;
  }
}

const DAYS_SHOWN = 31;

async function overview(deps: SendingDeps, language?: Language): Promise<UploadOverview> {
  const { db, tenantId, target, clock, wallClock } = deps;
  await meet(deps);
  const from = addDays(civilDate(clock.now()), -DAYS_SHOWN);
  const [state, behind, held, days] = await Promise.all([
    readReceiverState(db, tenantId),
    readBehind(db, tenantId),
    listHeld(db, tenantId),
    listDays(db, tenantId, { from, most: 2 * DAYS_SHOWN }),
  ]);
  const { shape } = target;
  const isLate =
    behind.since !== null && instantMs(wallClock.now()) - instantMs(behind.since) > ON_ITS_WAY_MS;
  return {
    state: state.standingSince !== null ? 'standing' : isLate ? 'behind' : 'up-to-date',
    shape: { id: shape.id, version: shape.version, name: shape.name },
    receiver: new URL(target.url).host,
    isTest: target.isTest,
    isPlain: isPlain(target.url),
    behindCases: behind.cases,
    ...(behind.since !== null && { behindSince: behind.since }),
    ...(state.standingSince !== null && { standingSince: state.standingSince }),
    ...(state.openUntil !== null && { nextTryAt: state.openUntil }),
    ...(state.fault !== null && { fault: state.fault }),
    ...(state.lastAnswerAt !== null && { lastAnswerAt: state.lastAnswerAt }),
    heldCases: behind.held,
    held: held.map(({ problem, ...each }) => ({
      ...each,
      problem: { ...problem, tableTitle: tableTitle(deps, problem.table, language) },
    })),
    days,
    ...(state.rootDay !== null && { rootDay: state.rootDay }),
    contradictedDays: [...state.contradicted],
  };
}

const THIS_MACHINE: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

function isPlain(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' && !THIS_MACHINE.has(hostname);
}

async function figures(deps: SendingDeps): Promise<UploadFigures> {
  const { db, tenantId, wallClock } = deps;
  await meet(deps);
  const [{ standingSince }, behind] = await Promise.all([
    readReceiverState(db, tenantId),
    readBehind(db, tenantId),
  ]);
  return {
    at: wallClock.now(),
    behindCases: behind.cases,
    behindSince: behind.since,
    heldCases: behind.held,
    standingSince,
  };
}

async function dayView(
  deps: ExchangeDeps,
  day: PlainDate,
  language?: Language,
): Promise<UploadDayView> {
  const { db, tenantId } = deps;
  const [{ comparedAt, tables }, differences] = await Promise.all([
    readDay(db, tenantId, day),
    listDifferences(db, tenantId, day),
  ]);
  const titleOf = (table: string): string => tableTitle(deps, table, language);
  return {
    day,
    ...(comparedAt !== undefined && { comparedAt }),
    tables: tables.map(({ table, messages }) => ({ table, title: titleOf(table), messages })),
    differences: differences.map((each) => ({ ...each, tableTitle: titleOf(each.table) })),
  };
}

function tableTitle({ target }: ExchangeDeps, table: string, language: Language = 'zh-CN'): string {
  const found = target?.shape.tables.find(({ name }) => name === table);
  return (language === 'en' ? found?.titleEn : found?.title) ?? table;
}
