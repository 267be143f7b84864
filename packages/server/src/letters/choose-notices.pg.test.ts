// What a sender is offered where the county has no mail server.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { letterForm, openLetterSite, type LetterSite } from '../assembly/testing-letters.ts';
import { putChoice } from './letter-senders.pg.ts';

const PHONE = '19900000078';
const letter = { itemCode: 'wz-complaint', form: letterForm };

let site: LetterSite;

beforeAll(async () => {
  // As a county runs that set SMS_GATEWAY_URL and no SMTP_URL.
  site = await openLetterSite({ isDemo: false, smsGateway: { url: 'http://127.0.0.1:9/send' } });
});
afterAll(() => site[Symbol.asyncDispose]());

async function told(caseId: string): Promise<readonly string[]> {
  await site.follow(caseId);
  const rows = await site.database.db.query<{ channel: string }>(
    `SELECT DISTINCT channel FROM notice WHERE case_id = $1 AND template NOT LIKE 'staff-%'
     ORDER BY channel`,
    [caseId],
  );
  return rows.map(({ channel }) => channel);
}

describe('without a mail server', () => {
  it('mail is not offered, on no page and by no answer, and refused with the letter', async () => {
    const notices = { channels: ['mail'], mail: 'li@example.com' };
    const filed = await site.nobody.send('POST', '/api/letters', { ...letter, notices });
    expect([filed.statusCode, filed.json().code]).toEqual([422, 'channel-not-possible']);
    const receipt = await site.quick({ ...letter, sender: { phone: PHONE } });
    expect((await site.open(receipt)).notices).toEqual({ offered: ['sms'], channels: ['sms'] });
    const { number, password } = receipt;
    const body = { number, password, notices };
    const chosen = await site.nobody.send('POST', '/api/letters/notices', body);
    expect([chosen.statusCode, chosen.json().code]).toEqual([422, 'channel-not-possible']);
  });

  it.each([
    ['by short message', { phone: PHONE }, ['sms']],
    ['in the inbox', {}, ['inbox']],
  ])('who chose mail while there was one is told %s', async (_how, sender, channels) => {
    const { caseId } = await site.quick({ ...letter, sender });
    const { db, tenantId } = site.parts.deps;
    const mailSealed = site.parts.sealer.sealText('li@example.com');
    await putChoice(db, tenantId, caseId, { channels: ['mail'], mailSealed });
    expect(await told(caseId)).toEqual(channels);
  });
});
