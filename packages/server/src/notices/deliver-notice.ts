import { addMs, instant, instantMs } from '@yichuang/kernel/time';
import { systemClock, type Clock } from '../platform/clock/index.ts';
import type { Database } from '../platform/db/index.ts';
import type { JobPayload, Jobs } from '../platform/jobs/index.ts';
import type { Secrets } from '../platform/secrets/index.ts';
import { Undeliverable, type Channels } from './channel.ts';
import {
  findNotice,
  findSealedPhone,
  markFailed,
  markSent,
  postponeInTx,
  type NoticeRow,
} from './notice-store.pg.ts';
import { renderNotice, type NoticeParams } from './render-notice.ts';
import { noticeTemplates } from './templates.ts';

export const deliverJob = 'deliver-notice';

export interface DeliverPayload extends JobPayload {
  readonly noticeId: string;
}

export interface DeliveryParts {
  readonly db: Database;
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly channels: Channels;
  /** A trial county: every notice begins by saying so. */
  readonly isTrial?: boolean;
}

const maxAttempts = 8;
const minuteMs = 60_000;

/** 10 s, 40 s, 160 s … at most an hour: a provider's outage of half a day is survived. */
export function retryDelayMs(attempts: number): number {
  return Math.min(10_000 * 4 ** attempts, 60 * minuteMs);
}

/**
 * Sends one notice. The row's state makes a second run harmless: what is sent or failed stays so.
 * Between the gateway's answer and the mark the process may die; the gateway then sees the same
 * id again.
 */
export async function deliverNotice(
  parts: DeliveryParts,
  { tenantId, noticeId }: DeliverPayload,
): Promise<void> {
  const { db, clock } = parts;
  const notice = await findNotice(db, tenantId, noticeId);
  if (notice === undefined || notice.state !== 'queued' || notice.channel === 'inbox') return;
  if (isTooOld(notice, clock)) return markFailed(db, tenantId, noticeId, 'too-late');
  const channel = parts.channels[notice.channel];
  if (channel === undefined) return markFailed(db, tenantId, noticeId, 'no-provider');
  const to = await addressOf(parts, tenantId, notice);
  if (to === undefined) return markFailed(db, tenantId, noticeId, 'no-address');
  const params = paramsOf(parts, tenantId, notice);
  const text = renderNotice(notice.template, notice.language, params, parts.isTrial);
  try {
    await channel.send({ id: noticeId, channel: notice.channel, to, ...text });
  } catch (error) {
    if (error instanceof Undeliverable) {
      return markFailed(db, tenantId, noticeId, error.message);
    }
    return tryLater(parts, tenantId, notice, error);
  }
  await markSent(db, tenantId, noticeId, clock.now());
}

function isTooOld({ template, created_at: at }: NoticeRow, clock: Clock): boolean {
  const { maxAgeMinutes } = noticeTemplates[template] as { maxAgeMinutes?: number };
  if (maxAgeMinutes === undefined) return false;
  return instantMs(clock.now()) - instantMs(instant(at)) > maxAgeMinutes * minuteMs;
}

async function addressOf(
  { db, secrets }: DeliveryParts,
  tenantId: string,
  notice: NoticeRow,
): Promise<string | undefined> {
  if (notice.address_sealed !== null) {
    return secrets.open(notice.address_sealed, { tenantId, column: 'notice.address_sealed' });
  }
  if (notice.channel !== 'sms' || notice.person_id === null) return undefined;
  const sealed = await findSealedPhone(db, tenantId, notice.person_id);
  if (sealed === undefined) return undefined;
  return secrets.open(sealed, { tenantId, column: 'person.phone_sealed' });
}

function paramsOf({ secrets }: DeliveryParts, tenantId: string, notice: NoticeRow): NoticeParams {
  if (notice.secrets_sealed === null) return notice.params;
  const place = { tenantId, column: 'notice.secrets_sealed' };
  const hidden = JSON.parse(secrets.open(notice.secrets_sealed, place)) as NoticeParams;
  return { ...notice.params, ...hidden };
}

async function tryLater(
  { db, jobs }: DeliveryParts,
  tenantId: string,
  { id, attempts }: NoticeRow,
  error: unknown,
): Promise<void> {
  const reason = error instanceof Error ? error.name : 'unknown';
  if (attempts + 1 >= maxAttempts) return markFailed(db, tenantId, id, reason);
  // The queue lives in real time, also where a demo's clock has been moved.
  const nextAt = addMs(systemClock.now(), retryDelayMs(attempts));
  await db.tx(async (tx) => {
    await postponeInTx(tx, tenantId, id, nextAt, reason);
    const payload: DeliverPayload = { tenantId, noticeId: id };
    await jobs.enqueueInTx(tx, deliverJob, payload, { runAt: nextAt });
  });
}
