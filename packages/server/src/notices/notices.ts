import { randomUUID } from 'node:crypto';
import type { Db } from '../platform/db/index.ts';
import type { Language } from '../platform/refusal.ts';
import type { Channel, Channels } from './channel.ts';
import { deliverJob, deliverNotice, type DeliverPayload } from './deliver-notice.ts';
import type { DeliveryParts } from './deliver-notice.ts';
import { demoGateway, listDemoMessages, type DemoMessage } from './demo-gateway.pg.ts';
import {
  countUnread,
  insertInboxInTx,
  insertNoticeInTx,
  listInbox,
  markRead,
} from './notice-store.pg.ts';
import { renderNotice, type NoticeParams } from './render-notice.ts';
import { smsGateway } from './sms-gateway.ts';
import { smtpMail } from './smtp-mail.ts';
import type { NoticeTemplate } from './templates.ts';

export interface NoticeToQueue {
  readonly channel: 'sms' | 'mail' | 'inbox';
  readonly template: NoticeTemplate;
  readonly params?: NoticeParams;
  /** Parameters that must not stay readable (a log-in code); sealed, removed once sent. */
  readonly secrets?: NoticeParams;
  /** A second notice of the same key is not queued: commands may be repeated. */
  readonly dedupeKey: string;
  readonly caseId?: string;
  readonly personId?: string;
  /** Phone or mail address; without one a short message goes to the person's phone. */
  readonly address?: string;
  readonly language?: Language;
}

/** As a notice of the inbox, which nothing has to send. */
export type InboxNotice = Omit<
  NoticeToQueue & { readonly personId: string },
  'channel' | 'secrets' | 'address'
>;

export interface InboxMessage {
  readonly id: string;
  readonly caseId?: string;
  readonly subject: string;
  readonly body: string;
  readonly at: string;
  readonly isRead: boolean;
}

export interface InboxPage {
  readonly before?: { readonly at: string; readonly id: string };
  readonly limit?: number;
  /** The reader's language, whatever the notice was queued in. */
  readonly language?: Language;
}

export interface Notices {
  /** In the caller's transaction; afterwards `jobs.wake()`. */
  queueInTx(tx: Db, notice: NoticeToQueue): Promise<void>;
  /** Many at once, in one statement. */
  queueInboxInTx(tx: Db, notices: readonly InboxNotice[]): Promise<void>;
  /** Whether there is a gateway or mail server for it; of the demo, its page of messages. */
  canSend(channel: 'sms' | 'mail'): boolean;
  inbox(personId: string, page?: InboxPage): Promise<InboxMessage[]>;
  /** At most 100. */
  countUnread(personId: string): Promise<number>;
  markRead(personId: string, id: string): Promise<void>;
  /** Demo only: the newest first. */
  demoMessages(limit?: number): Promise<DemoMessage[]>;
  stop(): void;
}

export interface NoticesOptions extends Omit<DeliveryParts, 'channels'> {
  readonly tenantId: string;
  readonly isDemo: boolean;
  readonly smsGateway?: { readonly url: string; readonly token?: string };
  readonly smtpUrl?: string;
  readonly mailFrom: string;
}

/** Registers the delivery job, so before `jobs.start()`. */
export function createNotices(options: NoticesOptions): Notices {
  const { db, jobs, clock, secrets, tenantId } = options;
  const channels = channelsOf(options);
  const isTrial = options.isTrial === true;
  const parts: DeliveryParts = { db, jobs, clock, secrets, channels, isTrial };
  jobs.register<DeliverPayload>(deliverJob, (payload) => deliverNotice(parts, payload));
  const seal = (text: string | undefined, column: string): string | null =>
    text === undefined ? null : secrets.seal(text, { tenantId, column });
  return {
    async queueInTx(tx, notice) {
      const id = randomUUID();
      const hidden = notice.secrets && JSON.stringify(notice.secrets);
      const isNew = await insertNoticeInTx(tx, tenantId, {
        id,
        caseId: notice.caseId ?? null,
        personId: notice.personId ?? null,
        channel: notice.channel,
        template: notice.template,
        params: notice.params ?? {},
        secretsSealed: seal(hidden, 'notice.secrets_sealed'),
        addressSealed: seal(notice.address, 'notice.address_sealed'),
        language: notice.language ?? 'zh-CN',
        dedupeKey: notice.dedupeKey,
        at: clock.now(),
      });
      if (!isNew || notice.channel === 'inbox') return;
      await jobs.enqueueInTx<DeliverPayload>(tx, deliverJob, { tenantId, noticeId: id });
    },
    async queueInboxInTx(tx, some) {
      const rows = some.map((notice) => ({
        id: randomUUID(),
        case_id: notice.caseId ?? null,
        person_id: notice.personId,
        template: notice.template,
        params: notice.params ?? {},
        language: notice.language ?? 'zh-CN',
        dedupe_key: notice.dedupeKey,
      }));
      await insertInboxInTx(tx, tenantId, rows, clock.now());
    },
    canSend: (channel) => channels[channel] !== undefined,
    async inbox(personId, { before, limit = 20, language } = {}) {
      const rows = await listInbox(db, tenantId, personId, {
        limit,
        ...(before !== undefined && { before }),
      });
      return rows.map((row) => ({
        id: row.id,
        ...(row.case_id !== null && { caseId: row.case_id }),
        ...renderNotice(row.template, language ?? row.language, row.params, isTrial),
        at: row.created_at,
        isRead: row.read_at !== null,
      }));
    },
    countUnread: (personId) => countUnread(db, tenantId, personId),
    markRead: (personId, id) => markRead(db, tenantId, personId, id, clock.now()),
    demoMessages: (limit = 100) => listDemoMessages(db, tenantId, limit),
    stop() {
      channels.sms?.stop?.();
      channels.mail?.stop?.();
    },
  };
}

function channelsOf(options: NoticesOptions): Channels {
  const { db, tenantId, clock, isDemo } = options;
  const instead: Channel | undefined = isDemo ? demoGateway(db, tenantId, clock) : undefined;
  const sms = options.smsGateway === undefined ? instead : smsGateway(options.smsGateway);
  const mail =
    options.smtpUrl === undefined
      ? instead
      : smtpMail({ url: options.smtpUrl, from: options.mailFrom });
  return { ...(sms !== undefined && { sms }), ...(mail !== undefined && { mail }) };
}
