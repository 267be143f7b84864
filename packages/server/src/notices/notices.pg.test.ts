import { addMs, instant, type Instant } from '@yichuang/kernel/time';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomUUID } from 'node:crypto';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../platform/db/test-database.ts';
import { createJobs, type Jobs } from '../platform/jobs/index.ts';
import { createSecrets } from '../platform/secrets/index.ts';
import { deliverNotice, type DeliveryParts } from './deliver-notice.ts';
import { createNotices, type Notices, type NoticesOptions } from './notices.ts';
import { smsGateway } from './sms-gateway.ts';

const tenantId = 't1';
const secrets = createSecrets([{ id: 'k1', bytes: Buffer.alloc(32, 7) }]);
let test: TestDatabase;
let jobs: Jobs;
let at: Instant;
let closing: (() => Promise<unknown>)[];
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(() => {
  at = instant('2026-11-22T04:00:00.000Z');
  closing = [];
  jobs = createJobs({ db: test.db, queueUrl: test.urls.queue, tenantId });
});
afterEach(async () => {
  await jobs.stop();
  for (const close of closing) await close();
});

function notices(options: Partial<NoticesOptions> = {}): Notices {
  const clock = { now: () => at };
  const base = { db: test.db, jobs, clock, secrets, tenantId, isDemo: false };
  const made = createNotices({ ...base, mailFrom: 'county@yunxi.test', ...options });
  closing.push(() => Promise.resolve(made.stop()));
  return made;
}

interface Sms {
  readonly body: Record<string, unknown>;
  readonly authorization: string | undefined;
}

/** A gateway on this machine that answers with the given statuses in turn, then 200. */
async function gateway(...statuses: number[]): Promise<{ url: string; received: Sms[] }> {
  const received: Sms[] = [];
  const server: Server = createServer((request, response) => {
    let text = '';
    request.on('data', (data) => (text += String(data)));
    request.on('end', () => {
      const { authorization } = request.headers;
      received.push({ body: JSON.parse(text) as Record<string, unknown>, authorization });
      response.statusCode = statuses.shift() ?? 200;
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => new Promise((resolve) => server.close(resolve)));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`, received };
}

async function mailServer(refuse = false): Promise<{ url: string; mails: Promise<string> }> {
  let deliver: (text: string) => void = () => undefined;
  const mails = new Promise<string>((resolve) => (deliver = resolve));
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_, __, done) => {
      if (!refuse) return done();
      return done(Object.assign(new Error('no such box'), { responseCode: 550 }));
    },
    onData(stream, _, done) {
      let text = '';
      stream.on('data', (data) => (text += String(data)));
      stream.on('end', () => {
        deliver(text);
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  closing.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, mails };
}

interface State {
  readonly state: string;
  readonly attempts: number;
  readonly last_error: string | null;
  readonly secrets_sealed: string | null;
}

async function stateOf(dedupeKey: string): Promise<State | undefined> {
  const rows = await test.db.query<State>(
    `SELECT state, attempts, last_error, secrets_sealed FROM notice
     WHERE tenant_id = $1 AND dedupe_key = $2`,
    [tenantId, dedupeKey],
  );
  return rows[0];
}

async function until(dedupeKey: string, isIt: (state: State) => boolean): Promise<State> {
  for (;;) {
    const found = await stateOf(dedupeKey);
    if (found !== undefined && isIt(found)) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function queueCode(made: Notices, dedupeKey: string): Promise<void> {
  await test.db.tx((tx) =>
    made.queueInTx(tx, {
      channel: 'sms',
      template: 'login-code',
      params: { site: '云溪' },
      secrets: { code: '493817' },
      address: '13800138000',
      dedupeKey,
    }),
  );
  jobs.wake();
}

describe('a short message', () => {
  it('goes to the gateway as JSON, with its token, once', async () => {
    const { url, received } = await gateway();
    const made = notices({ smsGateway: { url, token: 'T' } });
    await jobs.start();
    await queueCode(made, 'a');
    await queueCode(made, 'a');
    expect(await until('a', ({ state }) => state === 'sent')).toMatchObject({
      attempts: 1,
      last_error: null,
    });
    expect(received).toEqual([
      {
        authorization: 'Bearer T',
        body: {
          id: expect.any(String) as string,
          to: '13800138000',
          text: expect.stringContaining('493817') as string,
        },
      },
    ]);
  });

  it('keeps neither phone nor code readable, and no code at all once it is sent', async () => {
    const { url } = await gateway();
    const made = notices({ smsGateway: { url } });
    await queueCode(made, 'b');
    const table = JSON.stringify(await test.owner.query('SELECT n.*::text FROM notice n'));
    expect(table).not.toMatch(/13800138000|493817/);
    expect((await stateOf('b'))?.secrets_sealed).toMatch(/^k1\./);
    await jobs.start();
    expect((await until('b', ({ state }) => state === 'sent')).secrets_sealed).toBeNull();
  });

  it('goes to the phone of its person when it has no address of its own', async () => {
    const personId = randomUUID();
    const sealed = secrets.seal('13900139000', { tenantId, column: 'person.phone_sealed' });
    await test.db.query(
      `INSERT INTO person (tenant_id, id, phone_sealed, phone_index, created_at, changed_at)
       VALUES ($1, $2, $3, 'i', now(), now())`,
      [tenantId, personId, sealed],
    );
    const { url, received } = await gateway();
    const made = notices({ smsGateway: { url } });
    await jobs.start();
    const params = { item: '许可', number: 'N1' };
    await test.db.tx((tx) =>
      made.queueInTx(tx, {
        channel: 'sms',
        template: 'case-withdrawn',
        params,
        personId,
        dedupeKey: 'c',
      }),
    );
    jobs.wake();
    await until('c', ({ state }) => state === 'sent');
    expect(received[0]?.body['to']).toBe('13900139000');
  });

  it('waits and is tried again while the gateway is down', async () => {
    const { url, received } = await gateway(503);
    const made = notices({ smsGateway: { url } });
    await jobs.start();
    await queueCode(made, 'd');
    const state = await until('d', ({ attempts }) => attempts === 1);
    expect(state).toMatchObject({ state: 'queued', last_error: 'Unavailable' });
    const { parts, noticeId } = await delivery(url, 'd');
    await deliverNotice(parts, { tenantId, noticeId });
    expect(await stateOf('d')).toMatchObject({ state: 'sent', attempts: 2 });
    await deliverNotice(parts, { tenantId, noticeId });
    expect(received).toHaveLength(2);
  });

  it('is given up when the gateway refuses it for good', async () => {
    const { url } = await gateway(422);
    const made = notices({ smsGateway: { url } });
    await jobs.start();
    await queueCode(made, 'e');
    expect(await until('e', ({ state }) => state === 'failed')).toMatchObject({
      last_error: 'gateway-422',
      secrets_sealed: null,
    });
  });

  it('is given up after eight failures', async () => {
    const made = notices({ smsGateway: { url: 'http://127.0.0.1:1/' } });
    await queueCode(made, 'f');
    const { parts, noticeId } = await delivery('http://127.0.0.1:1/', 'f');
    for (let n = 0; n < 8; n += 1) await deliverNotice(parts, { tenantId, noticeId });
    expect(await stateOf('f')).toMatchObject({ state: 'failed', attempts: 8 });
  });

  it('with a code that has expired meanwhile is not sent', async () => {
    const { url, received } = await gateway();
    const made = notices({ smsGateway: { url } });
    await queueCode(made, 'g');
    at = addMs(at, 6 * 60_000);
    await jobs.start();
    expect((await until('g', ({ state }) => state === 'failed')).last_error).toBe('too-late');
    expect(received).toEqual([]);
  });

  it('fails visibly when no provider is configured', async () => {
    const made = notices();
    await jobs.start();
    await queueCode(made, 'h');
    expect((await until('h', ({ state }) => state === 'failed')).last_error).toBe('no-provider');
  });

  it('is shown on the local gateway’s page in a demo', async () => {
    const made = notices({ isDemo: true });
    await jobs.start();
    await queueCode(made, 'i');
    await until('i', ({ state }) => state === 'sent');
    expect(await made.demoMessages()).toMatchObject([
      { channel: 'sms', address: '13800138000', body: expect.stringContaining('493817') as string },
    ]);
  });

  async function delivery(url: string, dedupeKey: string) {
    const clock = { now: () => at };
    const channels = { sms: smsGateway({ url }) };
    const parts: DeliveryParts = { db: test.db, jobs, clock, secrets, channels };
    const [row] = await test.db.query<{ id: string }>(
      'SELECT id FROM notice WHERE tenant_id = $1 AND dedupe_key = $2',
      [tenantId, dedupeKey],
    );
    return { parts, noticeId: row?.id ?? '' };
  }
});

describe('a mail', () => {
  const params = { item: '许可', number: 'N1', link: 'http://x.test/c' };
  const queue = (made: Notices, dedupeKey: string): Promise<void> =>
    test.db.tx((tx) =>
      made.queueInTx(tx, {
        channel: 'mail',
        template: 'licence-granted',
        params,
        address: 'li@example.test',
        language: 'en',
        dedupeKey,
      }),
    );

  it('goes out over SMTP', async () => {
    const { url, mails } = await mailServer();
    const made = notices({ smtpUrl: url });
    await queue(made, 'm1');
    await jobs.start();
    const text = await mails;
    expect(text).toMatch(/^From: county@yunxi\.test/m);
    expect(text).toMatch(/^To: li@example\.test/m);
    expect(text).toMatch(/^Subject: Licence granted/m);
    await until('m1', ({ state }) => state === 'sent');
  });

  it('to a box that does not exist is given up', async () => {
    const { url } = await mailServer(true);
    const made = notices({ smtpUrl: url });
    await queue(made, 'm2');
    await jobs.start();
    expect((await until('m2', ({ state }) => state === 'failed')).last_error).toBe('smtp-550');
  });
});

describe('the inbox', () => {
  it('has what a person was told, newest first, by pages, in the reader’s language', async () => {
    const made = notices();
    const personId = randomUUID();
    await test.db.query(
      'INSERT INTO person (tenant_id, id, created_at, changed_at) VALUES ($1, $2, now(), now())',
      [tenantId, personId],
    );
    for (const number of ['N1', 'N2', 'N3']) {
      at = addMs(at, 1_000);
      await test.db.tx((tx) =>
        made.queueInTx(tx, {
          channel: 'inbox',
          template: 'case-withdrawn',
          params: { item: '许可', number },
          personId,
          caseId: number,
          dedupeKey: `inbox ${number}`,
        }),
      );
    }
    const first = await made.inbox(personId, { limit: 2 });
    expect(first.map((each) => each.caseId)).toEqual(['N3', 'N2']);
    const last = first[1];
    if (last === undefined) throw new Error('no second message');
    const rest = await made.inbox(personId, { before: last, limit: 2, language: 'en' });
    expect(rest).toMatchObject([{ caseId: 'N1', subject: 'Application withdrawn', isRead: false }]);
    expect(await made.countUnread(personId)).toBe(3);
    await made.markRead(personId, last.id);
    await made.markRead(randomUUID(), first[0]?.id ?? '');
    expect(await made.countUnread(personId)).toBe(2);
    expect(await made.inbox(randomUUID())).toEqual([]);
  });

  it('keeps nothing of a transaction that failed', async () => {
    const made = notices();
    const work = test.db.tx(async (tx) => {
      const params = { item: 'x', number: 'x' };
      const notice = { channel: 'inbox', template: 'case-withdrawn', params } as const;
      await made.queueInTx(tx, { ...notice, dedupeKey: 'gone' });
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(await stateOf('gone')).toBeUndefined();
  });
});
