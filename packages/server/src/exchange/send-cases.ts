/**
 * Sending. Each case is told in the order of its events; what fails holds back its own case and no
 * other. Two processes may send at once: a case is leased, and who lost the lease writes nothing.
 *
 * The receiver's states: answering → (3 failures in a row) standing, tried again with growing
 * pauses, one case at a time → (an answer) answering.
 */
import { randomUUID } from 'node:crypto';
import { UPLOAD_PROTOCOL, type UploadAnswer } from '@yichuang/contracts';
import { addMs, instantMs, type Instant } from '@yichuang/kernel/time';
import { claimCases, recordResult, type CaseResult, type ClaimedCase } from './case-position.pg.ts';
import { shapeName, type SendingDeps } from './exchange-deps.ts';
import { judgeAnswers, type Judgement } from './judge-answers.ts';
import { prepareCase, type PreparedCase } from './prepare-case.ts';
import { isOfReceiver, ReceiverFault } from './receiver.ts';
import { readReceiverState, recordAnswer, recordFault, standStill } from './receiver-state.pg.ts';

const MOST_CASES = 20;
/** Longer than the receiver's time-out and all that is done around it. */
const LEASE_MS = 120_000;
const FAILURES_UNTIL_STANDING = 3;
/** After so many failures at one case alone they say nothing about the receiver any more. */
const KNOWN_BAD = 3;
const SECOND_MS = 1000;
const HOUR_MS = 3600 * SECOND_MS;

/** 10 s, 20 s, 40 s … at most a quarter of an hour. */
export function standingPauseMs(failures: number): number {
  const doubled = 2 ** Math.max(0, failures - FAILURES_UNTIL_STANDING);
  return Math.min(10 * SECOND_MS * doubled, HOUR_MS / 4);
}

/** 10 s, 40 s, 160 s … at most an hour: of one case. */
export function casePauseMs(attempts: number): number {
  return Math.min(10 * SECOND_MS * 4 ** Math.max(0, attempts - 1), HOUR_MS);
}

/**
 * Sends what is due until nothing is left, the receiver stands still or `untilMs` has come.
 * @returns how many cases came further
 */
export async function sendCases(deps: SendingDeps, untilMs: number): Promise<number> {
  const { db, tenantId, wallClock } = deps;
  let sent = 0;
  while (instantMs(wallClock.now()) < untilMs) {
    const { openUntil, failures } = await readReceiverState(db, tenantId);
    if (openUntil !== null && openUntil > wallClock.now()) return sent;
    const most = failures >= FAILURES_UNTIL_STANDING ? 1 : MOST_CASES;
    const lease = randomUUID();
    const claimed = await claim(deps, lease, most);
    if (claimed.length === 0) return sent;
    if (!(await sendClaimed(deps, lease, claimed))) return sent;
    sent += claimed.length;
  }
  return sent;
}

async function claim(deps: SendingDeps, lease: string, most: number): Promise<ClaimedCase[]> {
  const at = deps.wallClock.now();
  const question = { lease, at, until: addMs(at, LEASE_MS), most };
  const fresh = await claimCases(deps.db, deps.tenantId, { ...question, isAlone: false });
  if (fresh.length > 0) return fresh;
  return claimCases(deps.db, deps.tenantId, { ...question, most: 1, isAlone: true });
}

/** @returns false when the receiver stands still now */
async function sendClaimed(
  deps: SendingDeps,
  lease: string,
  claimed: readonly ClaimedCase[],
): Promise<boolean> {
  const prepared: PreparedCase[] = [];
  for (const each of claimed) prepared.push(await prepareCase(deps, each));
  const messages = prepared.flatMap((each) => each.messages);
  try {
    const answers = new Map<string, UploadAnswer>();
    if (messages.length > 0) {
      const { tenantId: sender, target } = deps;
      const head = { protocol: UPLOAD_PROTOCOL, sender, isTest: target.isTest } as const;
      const given = await target.receiver.send({ ...head, messages });
      for (const answer of given) answers.set(answer.id, answer);
      const isAboutUs = messages.some(({ id }) => answers.has(id));
      if (!isAboutUs) throw new ReceiverFault({ kind: 'not-understood' });
      await recordAnswer(deps.db, deps.tenantId, deps.wallClock.now());
    }
    for (const each of prepared) await record(deps, lease, each, answers);
    return true;
  } catch (error) {
    if (!(error instanceof ReceiverFault)) throw error;
    return afterFault(deps, lease, prepared, error);
  }
}

async function record(
  deps: SendingDeps,
  lease: string,
  prepared: PreparedCase,
  answers: ReadonlyMap<string, UploadAnswer>,
): Promise<void> {
  const judgement = judgeAnswers(prepared, answers);
  await recordResult(deps.db, deps.tenantId, resultOf(deps, lease, prepared, judgement));
}

function resultOf(
  deps: SendingDeps,
  lease: string,
  { claimed }: PreparedCase,
  { state, sentSeq, answered, problem }: Judgement,
): CaseResult {
  const at = deps.wallClock.now();
  const attempts = state === 'unanswered' ? claimed.attempts + 1 : 0;
  const shape = shapeName(deps.target.shape);
  return {
    caseId: claimed.caseId,
    lease,
    at,
    sentSeq,
    answered: answered.map(({ seq, table, day, digest }) => ({ seq, table, day, shape, digest })),
    attempts,
    tryAt: attempts === 0 ? at : addMs(at, casePauseMs(attempts)),
    isHeld: state === 'held',
    ...(problem !== undefined && { problem }),
    isRestart: state === 'restart',
  };
}

/**
 * Was it the receiver, or one of these cases? Nobody knows of a batch: its cases go alone from now
 * on, and the one at which the receiver fails again waits by itself.
 */
async function afterFault(
  deps: SendingDeps,
  lease: string,
  prepared: readonly PreparedCase[],
  { fault }: ReceiverFault,
): Promise<boolean> {
  const { db, tenantId, wallClock } = deps;
  const at = wallClock.now();
  const isItsOwn = isOfReceiver(fault);
  const isAlone = prepared.length === 1;
  for (const each of prepared) {
    const { claimed } = each;
    const attempts = isItsOwn ? claimed.attempts : claimed.attempts + 1;
    const [first] = each.messages;
    const problem =
      attempts < KNOWN_BAD || first === undefined
        ? undefined
        : { kind: 'receiver-error' as const, seq: first.seq, table: first.table };
    await recordResult(db, tenantId, {
      caseId: claimed.caseId,
      lease,
      at,
      sentSeq: claimed.sentSeq,
      answered: [],
      attempts,
      tryAt: isItsOwn || !isAlone ? at : addMs(at, casePauseMs(attempts)),
      isHeld: false,
      ...(problem !== undefined && { problem }),
    });
  }
  const [only] = prepared;
  const isKnownBad = isAlone && !isItsOwn && (only?.claimed.attempts ?? 0) >= KNOWN_BAD;
  const failures = await recordFault(db, tenantId, fault, !isKnownBad);
  return continues(deps, failures, at);
}

async function continues(deps: SendingDeps, failures: number, at: Instant): Promise<boolean> {
  if (failures < FAILURES_UNTIL_STANDING) return true;
  const until = addMs(at, standingPauseMs(failures));
  await standStill(deps.db, deps.tenantId, { at, until });
  return false;
}
