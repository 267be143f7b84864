import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { letterForm, openLetterSite, type LetterSite } from '../assembly/testing-letters.ts';

let site: LetterSite;

beforeAll(async () => {
  site = await openLetterSite();
});
afterAll(() => site[Symbol.asyncDispose]());

async function told(caseId: string): Promise<readonly { channel: string; template: string }[]> {
  await site.follow(caseId);
  return site.database.db.query(
    `SELECT channel, template, (address_sealed IS NOT NULL) AS has_address FROM notice
     WHERE case_id = $1 AND template NOT LIKE 'staff-%' ORDER BY channel, created_at, template`,
    [caseId],
  );
}

describe('the sender of a letter', () => {
  it('is told by phone of receipt, acceptance and answer, once each', async () => {
    const sender = { name: '王某', phone: '19900000031' };
    const { caseId } = await site.quick({ itemCode: 'wz-complaint', form: letterForm, sender });
    await site.answered(caseId);
    const messages = await told(caseId);
    const byPhone = messages.filter(({ channel }) => channel === 'sms');
    expect(byPhone).toMatchObject([
      { template: 'letter-received', has_address: true },
      { template: 'letter-accepted', has_address: true },
      { template: 'letter-answered', has_address: true },
    ]);
    // However often the job runs.
    expect(await told(caseId)).toEqual(messages);
  });

  it('reads a private message and a reopening, but not what passes between offices', async () => {
    const sender = { name: '王某' };
    const receipt = await site.quick({ itemCode: 'wz-complaint', form: letterForm, sender });
    const { caseId } = receipt;
    await site.answered(caseId);
    const bad = { office: 'dissatisfied', handler: 'mostly', comment: '没有解决' } as const;
    await site.ask(receipt, { type: 'RateAnswer', ...bad });
    const message = { type: 'SendLetterMessage', text: '请补充照片' };
    await site.act('tang.minyi', caseId, message.type, { ...message, to: 'sender' });
    await site.act('tang.minyi', caseId, message.type, { ...message, to: 'handler' });
    const templates = (await told(caseId)).map(({ template }) => template);
    expect(templates.filter((name) => name === 'letter-message')).toHaveLength(2);
    expect(templates).toContain('letter-reopened');
    const { messages } = await site.open(receipt);
    expect(messages.map(({ to }) => to)).toEqual(['sender']);
  });
});

describe('the offices', () => {
  it('hear of referrals and reopenings in their inbox, without the sender’s name', async () => {
    const sender = { name: '荀密言' };
    const receipt = await site.quick({ itemCode: 'wz-complaint', form: letterForm, sender });
    await site.answered(receipt.caseId);
    await site.ask(receipt, { type: 'AskFollowUp', text: '什么时候处理？' });
    await site.ask(receipt, { type: 'UrgeCase', message: '请快一点' });
    await site.follow(receipt.caseId);
    const unit = await site.staff('li.jie');
    const inbox = await unit.send('GET', '/api/me/messages');
    expect(inbox.statusCode, inbox.body).toBe(200);
    for (const words of ['转来来信', '需要继续办理', '来信人催办']) {
      expect(inbox.body).toContain(words);
    }
    expect(inbox.body).not.toContain('荀密言');
  });
});
