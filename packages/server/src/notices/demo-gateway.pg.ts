import type { Clock } from '../platform/clock/index.ts';
import type { Db } from '../platform/db/pool.ts';
import type { Channel } from './channel.ts';

export interface DemoMessage {
  readonly id: string;
  readonly channel: 'sms' | 'mail';
  readonly address: string;
  readonly subject: string;
  readonly body: string;
  readonly sentAt: string;
}

/** Demo only: keeps what would have been sent, so that the page of the local gateway shows it. */
export function demoGateway(db: Db, tenantId: string, clock: Clock): Channel {
  return {
    async send({ id, channel, to, subject, body }) {
      await db.query(
        `INSERT INTO demo_message (tenant_id, id, channel, address, subject, body, sent_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (tenant_id, id) DO NOTHING`,
        [tenantId, id, channel, to, subject, body, clock.now()],
      );
    },
  };
}

export async function listDemoMessages(
  db: Db,
  tenantId: string,
  limit: number,
): Promise<DemoMessage[]> {
  return db.query<DemoMessage>(
    `SELECT id, channel, address, subject, body, sent_at AS "sentAt" FROM demo_message
     WHERE tenant_id = $1 ORDER BY sent_at DESC, id DESC LIMIT $2`,
    [tenantId, limit],
  );
}
