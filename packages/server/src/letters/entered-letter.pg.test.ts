// What somebody can do who entered a letter for somebody else, and would like to be its sender.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LetterEntryReceipt } from '@yichuang/contracts';
import { queryPassword } from '../cases/index.ts';
import { readJournal } from '../ledger/index.ts';
import { letterForm, openLetterSite, type LetterSite } from '../assembly/testing-letters.ts';

const PHONE = '19900000077';
const HOME = '198.51.100.7';
const rating = { type: 'RateAnswer', office: 'satisfied', handler: 'satisfied', comment: '' };

let site: LetterSite;

beforeAll(async () => {
  site = await openLetterSite();
});
afterAll(() => site[Symbol.asyncDispose]());

interface Key {
  readonly number: string;
  readonly password: string;
}

async function enter(sender: object, name = 'he.cun'): Promise<LetterEntryReceipt> {
  const body = { itemCode: 'wz-complaint', channel: 'visit', form: letterForm, sender };
  const entered = await (await site.staff(name)).send('POST', '/api/letters/entries', body);
  expect(entered.statusCode, entered.body).toBe(201);
  return entered.json();
}

/** What the sender got by other ways than the window's screen. */
function keyOf({ caseId, number }: LetterEntryReceipt): Key {
  const { secrets, tenantId } = site.parts.deps;
  return { number, password: queryPassword(secrets, tenantId, caseId).plain };
}

function by(path: string, body: object, remoteAddress = HOME) {
  return site.app.inject({
    method: 'POST',
    url: `/api/letters/${path}`,
    remoteAddress,
    payload: body,
  });
}

/** As the short message will say it. */
async function newestCode(): Promise<string> {
  const [sent] = await site.database.db.query<{ secrets_sealed: string }>(
    `SELECT secrets_sealed FROM notice WHERE template = 'letter-code'
     ORDER BY created_at DESC LIMIT 1`,
  );
  const { secrets, tenantId } = site.parts.deps;
  const place = { tenantId, column: 'notice.secrets_sealed' };
  return JSON.parse(secrets.open(sent?.secrets_sealed ?? '', place)).code;
}

describe('of a letter entered with a phone', () => {
  it('the window gets number and days, and says where the password went', async () => {
    const receipt = await enter({ name: '冉文成', phone: PHONE });
    expect(receipt).toMatchObject({ sentTo: '199****0077' });
    expect(JSON.stringify(receipt)).not.toContain(keyOf(receipt).password);
    const slip = `/api/letters/entries/${receipt.caseId}/slip`;
    expect((await (await site.staff('he.cun')).send('POST', slip)).json()).toMatchObject({
      code: 'slip-not-offered',
    });
  });

  it('nothing is done by its password before the phone confirms, once a day', async () => {
    const receipt = await enter({ name: '冉文成', phone: PHONE });
    const key = keyOf(receipt);
    await site.answered(receipt.caseId);
    const opened = (await by('open', key)).json();
    expect(opened).toMatchObject({ confirmBy: '199****0077', allowed: [] });
    const notices = { channels: [] };
    const refused = [
      await by('act', { ...key, command: rating }),
      await by('act', { ...key, command: { type: 'AskFollowUp', text: '还有一事' } }),
      await by('notices', { ...key, notices }),
    ];
    for (const answer of refused) {
      expect([answer.statusCode, answer.json().code]).toEqual([403, 'letter-not-confirmed']);
    }
    expect((await by('code', key)).json()).toMatchObject({ phone: '199****0077' });
    const code = await newestCode();
    const wrong = code === '000000' ? '000001' : '000000';
    expect((await by('confirm', { ...key, code: wrong })).json().code).toBe('letter-code-wrong');
    const confirmed = await by('confirm', { ...key, code });
    expect(confirmed.statusCode, confirmed.body).toBe(200);
    const own = { ...key, ...confirmed.json<{ confirmation: string }>() };
    expect((await by('code', own)).json().code).toBe('letter-code-not-needed');
    // Who knows the same number and password, and confirmed nothing.
    const others = [key, { ...key, confirmation: 'x'.repeat(43) }];
    for (const other of others) {
      expect((await by('open', other)).json()).toMatchObject({ confirmBy: '199****0077' });
      const tried = await by('act', { ...other, command: rating });
      expect([tried.statusCode, tried.json().code]).toEqual([403, 'letter-not-confirmed']);
    }
    expect((await by('open', own)).json().confirmBy).toBeUndefined();
    expect((await by('act', { ...own, command: rating })).statusCode).toBe(200);
  });

  it('a code is worn out by five wrong guesses', async () => {
    const key = keyOf(await enter({ name: '冉文成', phone: PHONE }));
    await by('code', key);
    const code = await newestCode();
    const wrong = code === '000000' ? '000001' : '000000';
    for (let n = 0; n < 5; n += 1) await by('confirm', { ...key, code: wrong });
    expect((await by('confirm', { ...key, code })).json().code).toBe('letter-code-wrong');
  });
});

describe('of a letter entered without a phone', () => {
  it('the password is on a slip, for who entered it alone', async () => {
    const receipt = await enter({ name: '柏青山' });
    expect(receipt.sentTo).toBeUndefined();
    const slip = `/api/letters/entries/${receipt.caseId}/slip`;
    const printed = await (await site.staff('he.cun')).send('POST', slip);
    expect(printed.statusCode, printed.body).toBe(200);
    expect(printed.headers['content-type']).toBe('application/pdf');
    expect(printed.headers['cache-control']).toBe('no-store');
    const other = await (await site.staff('tang.minyi')).send('POST', slip);
    expect(other.json()).toMatchObject({ code: 'slip-not-offered' });
  });

  it('a lost slip is printed again by the office, never by who entered', async () => {
    const receipt = await enter({ name: '柏青山' });
    const again = `/api/letters/${receipt.caseId}/slip`;
    const seen = { seen: '身份证原件，来信人称密码条遗失' };
    const own = await (await site.staff('he.cun')).send('POST', again, seen);
    expect(own.statusCode).toBe(403);
    const office = await site.staff('tang.minyi');
    expect((await office.send('POST', again, { seen: '' })).statusCode).toBe(400);
    const printed = await office.send('POST', again, seen);
    expect(printed.statusCode, printed.body).toBe(200);
    expect(printed.headers['content-type']).toBe('application/pdf');
    const { db, tenantId } = site.parts.deps;
    const journal = await readJournal(db, tenantId, 'letters:slips');
    const data = { caseId: receipt.caseId, isOwn: false, ...seen };
    expect(journal.at(-1)).toMatchObject({ type: 'SlipPrinted', data });
  });

  it('who prints it again is marked like the window that entered the letter', async () => {
    const receipt = await enter({ name: '柏青山' });
    await site.answered(receipt.caseId);
    const office = await site.staff('tang.minyi');
    const again = `/api/letters/${receipt.caseId}/slip`;
    const printed = await office.send('POST', again, { seen: '身份证原件' }, '203.0.113.9');
    expect(printed.statusCode, printed.body).toBe(200);
    const done = await by('act', { ...keyOf(receipt), command: rating }, '203.0.113.9');
    expect(done.statusCode, done.body).toBe(200);
    const events = await site.parts.cases.events(receipt.caseId);
    expect(events.find(({ event }) => event.type === 'AnswerRated')?.by.isAtWindow).toBe(true);
  });

  it('nobody prints it again who had a part in the answer', async () => {
    const receipt = await enter({ name: '柏青山' });
    await site.answered(receipt.caseId);
    const again = `/api/letters/${receipt.caseId}/slip`;
    const checker = await site.staff('jiang.shen');
    const asked = await checker.send('POST', again, { seen: '身份证原件' });
    expect([asked.statusCode, asked.json().code]).toEqual([403, 'slip-of-own-answer']);
  });

  it.each([
    ['from the window’s own network', '127.0.0.1', true],
    ['from home', HOME, undefined],
  ])('a rating %s is marked as such in its event', async (_where, address, isAtWindow) => {
    const receipt = await enter({ name: '柏青山' });
    await site.answered(receipt.caseId);
    const done = await by('act', { ...keyOf(receipt), command: rating }, address);
    expect(done.statusCode, done.body).toBe(200);
    const events = await site.parts.cases.events(receipt.caseId);
    const rated = events.find(({ event }) => event.type === 'AnswerRated');
    expect(rated?.by.isAtWindow).toBe(isAtWindow);
  });

  it.each([
    ['the window’s own network', '127.0.0.1', ['JC-N5d']],
    ['home', HOME, []],
  ])('a rule finds what is withdrawn from %s: %s %j', async (_where, address, found) => {
    const receipt = await enter({ name: '柏青山' });
    const command = { type: 'WithdrawCase', reason: '不想反映了' };
    const done = await by('act', { ...keyOf(receipt), command }, address);
    expect(done.statusCode, done.body).toBe(200);
    await site.parts.watcher.watchCase(receipt.caseId);
    const hits = await site.database.db.query<{ rule_id: string }>(
      'SELECT rule_id FROM watch_hit WHERE case_id = $1',
      [receipt.caseId],
    );
    expect(hits.map(({ rule_id: rule }) => rule)).toEqual(found);
  });

  it('a rating from a browser of staff is marked, whatever its network', async () => {
    const receipt = await enter({ name: '柏青山' });
    await site.answered(receipt.caseId);
    const body = { ...keyOf(receipt), command: rating };
    const done = await (await site.staff('he.cun')).send('POST', '/api/letters/act', body);
    expect(done.statusCode, done.body).toBe(200);
    const events = await site.parts.cases.events(receipt.caseId);
    const rated = events.find(({ event }) => event.type === 'AnswerRated');
    expect(rated?.by.isAtWindow).toBe(true);
  });
});

it('a letter written on the public page in a browser of staff is one they entered', async () => {
  const body = { itemCode: 'wz-complaint', form: letterForm, sender: { phone: PHONE } };
  const clerk = await site.staff('he.cun');
  const filed = await clerk.send('POST', '/api/letters', body);
  expect(filed.statusCode, filed.body).toBe(201);
  const { number, password } = filed.json<Key>();
  const command = { type: 'WithdrawCase', reason: '不想反映了' };
  expect((await by('act', { number, password, command })).json().code).toBe('letter-not-confirmed');
});

describe('the sender chooses how to be told', () => {
  const told = (caseId: string) =>
    site.database.db.query<{ channel: string; template: string; params: object }>(
      `SELECT channel, template, params FROM notice WHERE case_id = $1
       AND template NOT LIKE 'staff-%' ORDER BY created_at, channel`,
      [caseId],
    );

  it('by mail alone: no short message, and no password in a mailbox', async () => {
    const notices = { channels: ['mail'], mail: 'li@example.com' };
    const { caseId } = await site.quick({
      itemCode: 'wz-complaint',
      form: letterForm,
      sender: { phone: PHONE },
      notices,
    });
    await site.follow(caseId);
    expect(await told(caseId)).toMatchObject([
      { channel: 'mail', template: 'letter-received', params: { password: '******' } },
    ]);
  });

  it('not at all, and later by short message; an address that is kept stays masked', async () => {
    const receipt = await site.quick({
      itemCode: 'wz-complaint',
      form: letterForm,
      sender: { phone: PHONE },
      notices: { channels: [] },
    });
    await site.follow(receipt.caseId);
    expect(await told(receipt.caseId)).toEqual([]);
    const choose = (notices: object) =>
      by('notices', { number: receipt.number, password: receipt.password, notices });
    expect((await choose({ channels: ['sms', 'mail'], mail: 'li@example.com' })).statusCode).toBe(
      204,
    );
    expect((await choose({ channels: ['sms', 'mail'] })).statusCode).toBe(204);
    expect((await site.open(receipt)).notices).toEqual({
      offered: ['sms', 'mail'],
      channels: ['sms', 'mail'],
      mail: 'l***@example.com',
    });
    await site.answered(receipt.caseId);
    await site.follow(receipt.caseId);
    const later = (await told(receipt.caseId)).filter(
      ({ template }) => template === 'letter-answered',
    );
    expect(later.map(({ channel }) => channel).toSorted()).toEqual(['mail', 'sms']);
  });

  it('at most ten letters a day at one mailbox, however it is spelt', async () => {
    const to = (mail: string) => ({ channels: ['mail'], mail });
    const letter = { itemCode: 'wz-complaint', form: letterForm };
    for (let n = 0; n < 10; n += 1) {
      await site.quick({ ...letter, notices: to(`Wu+${n}@${n % 2 ? 'E' : 'e'}xample.com`) });
    }
    const payload = { ...letter, notices: to('wu@example.com') };
    const headers = { 'idempotency-key': 'one-letter-more' };
    const url = '/api/letters';
    const more = await site.app.inject({ method: 'POST', url, headers, payload });
    expect(more.statusCode, more.body).toBe(429);
    const { number, password } = await site.quick(letter);
    const later = { number, password, notices: to('wu@example.com') };
    expect((await by('notices', later)).statusCode).toBe(429);
  });

  it.each([
    [{ channels: ['inbox'] }, 'channel-not-possible'],
    [{ channels: ['sms'] }, 'channel-not-possible'],
    [{ channels: ['mail'], mail: 'li@' }, 'mail-invalid'],
    [{ channels: ['mail'] }, 'mail-invalid'],
  ])('%j without account and phone is refused: %s', async (notices, code) => {
    const body = { itemCode: 'wz-complaint', form: letterForm, notices };
    const filed = await site.nobody.send('POST', '/api/letters', body);
    expect([filed.statusCode, filed.json().code]).toEqual([422, code]);
  });
});
