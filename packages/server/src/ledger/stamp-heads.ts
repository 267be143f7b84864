import { headBytes } from '@yichuang/kernel/ledger';
import { Unavailable } from '../platform/operating-error.ts';
import type { LedgerDeps } from './ledger-deps.ts';
import { insertStamp, unstampedHeads } from './ledger-stamps.pg.ts';
import { readTimeStamp, timeStampRequest, type TimeStampRequest } from './time-stamp.ts';

/** Minute 25 of each hour: soon after the publishing, and again until the authority answers. */
export const STAMPING_TIME = '25 * * * *';

/** An authority answers within a second; one that does not is asked again later. */
const ANSWER_MS = 20_000;
/** A token with a long chain has some ten kilobytes. */
const LARGEST_ANSWER = 1_000_000;

export interface StampOptions {
  /** Address of the authority; requests are posted there (RFC 3161, 3.4). */
  readonly authority: string;
  readonly answerMs?: number;
}

/**
 * Has every head stamped that the authority has not stamped yet. Safe to run at any time and again
 * after a failure: what is stamped is stamped.
 *
 * @returns how many heads were stamped now
 * @throws Unavailable when the authority does not answer; TimeStampRefused when it answers with
 * something that is no stamp of the head. Heads before that one are stamped and stay so.
 */
export async function stampHeads(
  { db, tenantId, clock }: Pick<LedgerDeps, 'db' | 'tenantId' | 'clock'>,
  { authority, answerMs = ANSWER_MS }: StampOptions,
): Promise<number> {
  const heads = await unstampedHeads(db, tenantId, authority);
  for (const head of heads) {
    const request = timeStampRequest(headBytes(head));
    const answer = await ask(authority, request, answerMs);
    const stamp = await readTimeStamp(answer, request);
    const { size } = head;
    await insertStamp(db, tenantId, { ...stamp, size, authority, receivedAt: clock.now() });
  }
  return heads.length;
}

async function ask(
  authority: string,
  { der }: TimeStampRequest,
  answerMs: number,
): Promise<Uint8Array> {
  try {
    const answer = await fetch(authority, {
      method: 'POST',
      headers: {
        'content-type': 'application/timestamp-query',
        accept: 'application/timestamp-reply',
      },
      body: Uint8Array.from(der),
      redirect: 'error',
      signal: AbortSignal.timeout(answerMs),
    });
    if (!answer.ok) throw new Error(`the authority answered ${answer.status}`);
    return await bodyOf(answer);
  } catch (cause) {
    throw new Unavailable('the time stamping authority cannot be reached', { cause });
  }
}

/** No further than a token can be long: the other side may be anything. */
async function bodyOf(answer: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  const body: AsyncIterable<Uint8Array> | null = answer.body;
  for await (const part of body ?? []) {
    bytes += part.length;
    if (bytes > LARGEST_ANSWER) throw new Error('the authority does not stop answering');
    parts.push(part);
  }
  return Buffer.concat(parts);
}
