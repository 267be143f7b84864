/** A county that uploads to a receiver on this machine; its clock moves only when it is told to. */
import { replay, type CaseState } from '@yichuang/kernel/case';
import { addMs, type Instant } from '@yichuang/kernel/time';
import { openTestSite, type TestSite } from '../assembly/testing-site.ts';
import { createJobs } from '../platform/jobs/index.ts';
import type { Clock } from '../platform/clock/index.ts';
import { createExchange, type Exchange } from './exchange.ts';
import type { ExchangeDeps, UploadTarget } from './exchange-deps.ts';
import { createReceiver } from './receiver.ts';
import { MONDAY, walkCase, type CaseWalk } from './testing-cases.ts';
import { openTestReceiver, type TestReceiver } from './testing-receiver.ts';

export interface TestExchange extends AsyncDisposable {
  readonly site: TestSite;
  readonly receiver: TestReceiver;
  readonly exchange: Exchange;
  readonly events: (caseId: string) => ReturnType<TestSite['parts']['cases']['events']>;
  /** Another process with the same database. */
  process(change?: Partial<UploadTarget>): Exchange;
  target(change?: Partial<UploadTarget>): UploadTarget;
  now(): Instant;
  pass(ms: number): void;
  /** Invents a case; nothing of it is stored. */
  walk(random: () => number, mostSteps?: number): CaseWalk;
  /** Stores the first `commands` of a case, or those after the ones that are there. */
  store(found: CaseWalk, from: number, commands: number): Promise<string>;
}

export const PHONE = '19900000099';
export const ID_NUMBER = '11010119000110001X';
/** A test's patience; nothing on this machine takes so long unless it is meant to. */
const TIMEOUT_MS = 400;

export async function openTestExchange(): Promise<TestExchange> {
  const [site, receiver] = await Promise.all([openTestSite(), openTestReceiver()]);
  const { parts } = site;
  let now = addMs(MONDAY, 14 * 24 * 3_600_000);
  const wallClock: Clock = { now: () => (now = addMs(now, 1)) };
  const shape = parts.pack.uploadShape;
  if (shape === undefined) throw new Error('the pack exchange has no shape');
  const { url, token } = receiver;
  const tenantId = parts.deps.tenantId;
  const target = (change: Partial<UploadTarget> = {}): UploadTarget => ({
    url,
    token,
    shape,
    isTest: true,
    receiver: createReceiver({ url, token, tenantId, timeoutMs: TIMEOUT_MS }),
    ...change,
  });
  const processOf = (change: Partial<UploadTarget> = {}): Exchange => {
    const { db } = parts.deps;
    const queueUrl = site.database.urls.queue;
    const deps: ExchangeDeps = {
      ...parts.deps,
      ...parts,
      clock: wallClock,
      wallClock,
      jobs: createJobs({ db, queueUrl, tenantId }),
      target: target(change),
      onError: () => undefined,
    };
    return createExchange(deps);
  };
  let cases = 0;
  return {
    site,
    receiver,
    exchange: processOf(),
    process: processOf,
    target,
    events: (caseId) => parts.cases.events(caseId),
    now: () => now,
    pass: (ms) => (now = addMs(now, ms)),
    walk(random, mostSteps = 60) {
      cases += 1;
      const contact = {
        personId: `00000000-0000-4000-8000-${String(cases).padStart(12, '0')}`,
        kind: 'natural' as const,
        name: '欧阳晓雨',
        code: parts.sealer.sealText(ID_NUMBER),
        phone: parts.sealer.sealText(PHONE),
      };
      const isOwn = random() < 0.5;
      const company = {
        kind: 'legal' as const,
        name: '青石置业有限公司',
        code: '91370881YYYY001510',
      };
      const applicant = isOwn ? contact : { ...contact, ...company };
      const number = `20261116${String(cases).padStart(5, '0')}`;
      const { pack } = parts;
      const { statutes } = parts.deps;
      const days = 1 + Math.floor(random() * 3);
      const startsAt = addMs(now, days * 24 * HOUR_MS);
      return walkCase({ pack, statutes, applicant, contact, random, startsAt, mostSteps }, number);
    },
    async store(found, from, commands) {
      const done = found.steps.slice(0, from).flatMap(({ events }) => events);
      const steps = found.steps.slice(from, from + commands);
      const events = steps.flatMap((step) => step.events);
      const before: CaseState | undefined = done.length === 0 ? undefined : replay(done);
      const { caseId } = found.state;
      const [last] = steps.slice(-1);
      if (last === undefined) return caseId;
      const stored = await parts.cases.find(caseId);
      const written = await parts.cases.write({
        caseId,
        before,
        after: replay([...done, ...events]),
        events,
        headHash: stored?.headHash ?? null,
        passwordHash: '',
        context: last.context,
        act: 'test',
        stepName: '',
        personId: 'test',
      });
      if (written !== 'written') throw new Error(`the case was ${written}`);
      return caseId;
    },
    async [Symbol.asyncDispose]() {
      await receiver.stop();
      await site[Symbol.asyncDispose]();
    },
  };
}

export const HOUR_MS = 3_600_000;

/** Runs and waits, run after run, until nothing is left to send. */
export async function settle(county: TestExchange, mostRuns = 60): Promise<void> {
  for (let run = 0; run < mostRuns; run += 1) {
    await county.exchange.run();
    const { state, behindCases, held } = await county.exchange.overview();
    const isWaiting = held.some(({ tryAt }) => tryAt !== undefined);
    if (state !== 'standing' && behindCases === 0 && !isWaiting) return;
    county.pass(HOUR_MS);
  }
  throw new Error(`not all was sent in ${mostRuns} runs`);
}
