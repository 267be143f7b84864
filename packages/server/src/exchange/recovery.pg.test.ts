import { civilDate, plainDate, type PlainDate } from '@yichuang/kernel/time';
import { Registry } from 'prom-client';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { measureExchange } from './metrics.ts';
import { openTestReceiver } from './testing-receiver.ts';
import { createReceiver } from './receiver.ts';
import { randomFrom } from './testing-cases.ts';
import { HOUR_MS, openTestExchange, settle, type TestExchange } from './testing-exchange.ts';

let county: TestExchange;

beforeAll(async () => {
  county = await openTestExchange();
});
afterAll(() => county[Symbol.asyncDispose]());
beforeEach(() => {
  county.receiver.faultOf = () => 'none';
  county.receiver.refusalOf = () => undefined;
});

const ALL = 99;

/** A case of many events. */
async function longCase(seed: number): Promise<string> {
  for (let each = seed; ; each += 1) {
    const found = county.walk(randomFrom(each));
    if (found.state.outcome === 'granted') return county.store(found, 0, ALL);
  }
}

const messagesOf = (caseId: string) =>
  [...county.receiver.messages.entries()].filter(([, { message }]) => message.caseId === caseId);

const dayOf = (caseId: string): PlainDate =>
  plainDate(messagesOf(caseId)[0]?.[1].message.day ?? '');

async function noticesOf(template: string): Promise<number> {
  const rows = await county.site.database.db.query('SELECT 1 FROM notice WHERE template = $1', [
    template,
  ]);
  return rows.length;
}

describe('a receiver that is down', () => {
  it('is left alone after three failures, asked with growing pauses, loses nothing', async () => {
    const ids = [await longCase(10), await longCase(40)];
    county.receiver.faultOf = () => 'error-503';
    const before = county.receiver.requests;
    await county.exchange.run();
    expect(county.receiver.requests - before).toBe(3);
    await county.exchange.run();
    expect(county.receiver.requests - before).toBe(3);
    const view = await county.exchange.overview();
    expect(view).toMatchObject({
      state: 'standing',
      behindCases: 2,
      fault: { kind: 'status', status: 503 },
    });
    expect(view.nextTryAt).toBeDefined();
    county.pass(11_000);
    await county.exchange.run();
    expect(county.receiver.requests - before).toBe(4);
    county.pass(11_000);
    await county.exchange.run();
    expect(county.receiver.requests - before).toBe(4);
    county.receiver.faultOf = () => 'none';
    await county.exchange.tryNow();
    await settle(county);
    for (const each of ids) expect(messagesOf(each).length).toBeGreaterThan(5);
    expect(await county.exchange.overview()).toMatchObject({ state: 'up-to-date', behindCases: 0 });
  });

  it('is told of to supervisors and administrators after some hours, once', async () => {
    await longCase(70);
    county.receiver.faultOf = () => 'refused-connection';
    await county.exchange.run();
    expect(await noticesOf('upload-standing')).toBe(0);
    for (let hour = 0; hour < 7; hour += 1) {
      county.pass(HOUR_MS);
      await county.exchange.run();
    }
    const told = await noticesOf('upload-standing');
    const { shape } = county.target();
    expect(shape.standstillHours).toBe(4);
    expect(told).toBeGreaterThan(1);
    const people = await county.site.database.db.query<{ n: number }>(
      `SELECT count(DISTINCT person_id) AS n FROM notice WHERE template = 'upload-standing'`,
    );
    expect(people[0]?.n).toBe(told);
    county.receiver.faultOf = () => 'none';
    await settle(county);
  });

  it.each([
    ['a wrong token', { kind: 'status', status: 401 }],
    ['no such place', { kind: 'unreachable' }],
    ['a page instead of an answer', { kind: 'not-understood' }],
    ['silence', { kind: 'timeout' }],
  ])('by %s is said to be so', async (what, fault) => {
    await longCase(100);
    const { url, token } = county.receiver;
    const tenantId = 'yunxi';
    const wrong = { url, token, tenantId, timeoutMs: 150 };
    if (what === 'a wrong token') wrong.token = 'other';
    if (what === 'no such place') wrong.url = 'http://127.0.0.1:9/up';
    if (what === 'a page instead of an answer') county.receiver.faultOf = () => 'garbage';
    if (what === 'silence') county.receiver.faultOf = () => 'late';
    const sender = county.process({ receiver: createReceiver(wrong) });
    await sender.run();
    expect((await sender.overview()).fault).toEqual(fault);
    county.receiver.faultOf = () => 'none';
    await sender.tryNow();
    await settle(county);
  });
});

describe('a receiver that was put back to an older backup', () => {
  it('says that a message is early, and gets the case from its first event', async () => {
    const found = county.walk(randomFrom(3));
    const caseId = await county.store(found, 0, 2);
    await settle(county);
    for (const [place] of messagesOf(caseId)) county.receiver.messages.delete(place);
    await county.store(found, 2, ALL);
    await settle(county);
    const events = await county.events(caseId);
    const last = Math.max(...messagesOf(caseId).map(([, { message }]) => message.seq));
    expect(messagesOf(caseId)[0]?.[1].message.seq).toBe(1);
    expect(last).toBeGreaterThan(events.length / 3);
    expect((await county.exchange.overview()).heldCases).toBe(0);
  });

  it('may be put back again, and gets the case again; not one that it never takes', async () => {
    const found = county.walk(randomFrom(5));
    const caseId = await county.store(found, 0, 2);
    for (let time = 1; time <= 2; time += 1) {
      await settle(county);
      for (const [place] of messagesOf(caseId)) county.receiver.messages.delete(place);
      await county.store(found, 1 + time, 1);
      await settle(county);
      expect(messagesOf(caseId)[0]?.[1].message.seq).toBe(1);
    }
    const [first = ''] = messagesOf(caseId)[0] ?? [];
    county.receiver.messages.delete(first);
    const keep = county.receiver.messages.set.bind(county.receiver.messages);
    county.receiver.messages.set = (place, stored) =>
      place === first ? county.receiver.messages : keep(place, stored);
    await county.exchange.sendCaseAgain(caseId);
    await settle(county);
    county.receiver.messages.set = keep;
    const { held } = await county.exchange.overview('en');
    expect(held.find((each) => each.caseId === caseId)?.problem).toMatchObject({
      kind: 'out-of-order',
    });
    await county.exchange.sendCaseAgain(caseId);
    await settle(county);
    expect((await county.exchange.overview()).heldCases).toBe(0);
  });

  it('differs on its days until these are sent again', async () => {
    const [lost, changed] = [await longCase(200), await longCase(240)];
    await settle(county);
    const day = dayOf(lost);
    expect(await county.exchange.compare(day)).toBe(true);
    expect((await county.exchange.day(day)).differences).toEqual([]);
    for (const [place] of messagesOf(lost)) county.receiver.messages.delete(place);
    const [place = '', stored] = messagesOf(changed)[0] ?? [];
    if (stored === undefined) throw new Error('nothing was stored');
    const digest = 'f'.repeat(64);
    county.receiver.messages.set(place, { ...stored, message: { ...stored.message, digest } });
    const strange = { ...stored.message, caseId: 'a-case-of-nobody', day };
    county.receiver.messages.set('a-case-of-nobody/1/x', { order: 1, message: strange });

    await county.exchange.compare(day);
    await county.exchange.compare(dayOf(changed));
    const { differences } = await county.exchange.day(day);
    const kindsOf = (caseId: string) =>
      new Set(differences.filter((each) => each.caseId === caseId).map(({ kind }) => kind));
    expect(kindsOf(lost)).toEqual(new Set(['missing']));
    expect(kindsOf('a-case-of-nobody')).toEqual(new Set(['unknown']));
    const changedDay = await county.exchange.day(dayOf(changed));
    expect(changedDay.differences).toContainEqual(
      expect.objectContaining({ caseId: changed, kind: 'other', tableTitle: '办件受理' }),
    );
    const { days } = await county.exchange.overview();
    expect(days.find((each) => each.day === day)?.differences).toBe(differences.length);

    for (const each of new Set([day, dayOf(changed)])) {
      expect(await county.exchange.sendDayAgain(each)).toBeGreaterThan(0);
    }
    county.receiver.messages.delete('a-case-of-nobody/1/x');
    await settle(county);
    for (const each of new Set([day, dayOf(changed)])) {
      await county.exchange.compare(each);
      expect((await county.exchange.day(each)).differences).toEqual([]);
    }
  });
});

describe('whoever has the password of the database', () => {
  it('hides no case by saying that it was told, or taking it out of the queue', async () => {
    await settle(county);
    const [moved, removed] = [await longCase(400), await longCase(440)];
    const { owner } = county.site.database;
    await county.exchange.mark(moved);
    await owner.query('UPDATE exchange_case SET sent_seq = head_seq WHERE case_id = $1', [moved]);
    await county.exchange.mark(removed);
    await owner.query('DELETE FROM exchange_case WHERE case_id = $1', [removed]);
    await county.exchange.compareDays();
    await settle(county);
    expect(messagesOf(moved)).toEqual([]);
    expect(messagesOf(removed).length).toBeGreaterThan(5);
    const [first] = await county.events(moved);
    const day = civilDate(first?.at ?? county.now());
    await county.exchange.compare(day);
    const { differences } = await county.exchange.day(day);
    expect(new Set(differences.map(({ caseId }) => caseId))).toEqual(new Set([moved]));
    await county.exchange.sendDayAgain(day);
    await settle(county);
    expect(messagesOf(moved).length).toBeGreaterThan(5);
  });

  it('gets no further by making us forget what was answered', async () => {
    const caseId = await longCase(480);
    await settle(county);
    const { owner } = county.site.database;
    await owner.query('DELETE FROM exchange_message WHERE case_id = $1', [caseId]);
    const day = dayOf(caseId);
    await county.exchange.compare(day);
    const kinds = (await county.exchange.day(day)).differences
      .filter((each) => each.caseId === caseId)
      .map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['missing']));
    await county.exchange.sendDayAgain(day);
    await settle(county);
    await county.exchange.compare(day);
    expect((await county.exchange.day(day)).differences).toEqual([]);
  });
});

describe('the ledger’s roots', () => {
  it('go up once they are published, and one that contradicts is told of', async () => {
    const { db } = county.site.database;
    const publish = (day: string, root: string) =>
      db.query(
        `INSERT INTO ledger_root (tenant_id, day, size, root, published_at)
         VALUES ('yunxi', $1, 1, $2, now())`,
        [day, root],
      );
    await publish('2026-11-01', 'a'.repeat(64));
    await county.exchange.run();
    expect(county.receiver.roots.get('2026-11-01')).toBe('a'.repeat(64));
    expect(await noticesOf('upload-contradicted')).toBe(0);
    county.receiver.roots.set('2026-11-02', 'c'.repeat(64));
    await publish('2026-11-02', 'b'.repeat(64));
    await county.exchange.run();
    await county.exchange.run();
    const view = await county.exchange.overview();
    expect(view).toMatchObject({ rootDay: '2026-11-02', contradictedDays: ['2026-11-02'] });
    expect(county.receiver.roots.get('2026-11-02')).toBe('c'.repeat(64));
    const told = await noticesOf('upload-contradicted');
    expect(told).toBeGreaterThan(1);
    await county.exchange.run();
    expect(await noticesOf('upload-contradicted')).toBe(told);
  });
});

describe('another receiver', () => {
  it('gets everything from the first event of the first case', async () => {
    await settle(county);
    const other = await openTestReceiver('another-token');
    const { url, token } = other;
    const receiver = createReceiver({ url, token, tenantId: 'yunxi' });
    const sender = county.process({ url, token, receiver });
    await sender.run();
    expect(other.messages.size).toBe(county.receiver.messages.size);
    expect([...other.messages.keys()].sort()).toEqual([...county.receiver.messages.keys()].sort());
    expect(other.violations).toEqual([]);
    await other.stop();
  });
});

describe('what is measured', () => {
  it('says how many cases wait and for how long', async () => {
    const metrics = new Registry();
    measureExchange({ metrics }, county.exchange);
    await county.exchange.mark(await longCase(300));
    county.pass(30_000);
    const text = await metrics.metrics();
    expect(text).toContain('yichuang_upload_cases{state="behind"} 1');
    expect(text).toContain('yichuang_upload_cases{state="held"} 0');
    expect(text).toMatch(/yichuang_upload_behind_seconds 30\.\d+/u);
    expect(text).toContain('yichuang_upload_standing_seconds 0');
  });
});

describe('without a receiver', () => {
  it('nothing is looked at and nothing is sent, and the interface says so', async () => {
    const admin = await county.site.staff('admin');
    const overview = await admin.send('GET', '/api/upload');
    expect(overview.json()).toMatchObject({ state: 'off', held: [], days: [] });
    const day = civilDate(county.now());
    for (const path of [
      'try',
      `days/${day}/compare`,
      `days/${day}/resend`,
      'cases/00000000-0000-4000-8000-000000000000/resend',
    ]) {
      const answer = await admin.send('POST', `/api/upload/${path}`);
      expect(answer.json(), path).toMatchObject({ code: 'upload-off' });
    }
    expect((await admin.send('GET', `/api/upload/days/${day}`)).statusCode).toBe(200);
    const wrong = await admin.send('GET', '/api/upload/days/2026-02-31');
    expect(wrong.json()).toMatchObject({ code: 'upload-day-wrong' });
  });

  it('a supervisor reads and changes nothing', async () => {
    const supervisor = await county.site.staff('ren.gangzheng');
    expect((await supervisor.send('GET', '/api/upload')).statusCode).toBe(200);
    expect((await supervisor.send('POST', '/api/upload/try')).statusCode).toBe(403);
  });
});
