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

  it('read what the sender writes and asks, whoever it was for: none lies unread', async () => {
    const receipt = await site.quick({ itemCode: 'wz-complaint', form: letterForm });
    const { caseId } = receipt;
    await site.ask(receipt, { type: 'SendLetterMessage', to: 'office', text: '补充一点' });
    await site.answered(caseId);
    // Answered: nobody has a task of it now.
    await site.ask(receipt, { type: 'SendLetterMessage', to: 'handler', text: '谢谢，还有一事' });
    await site.follow(caseId);
    await site.ask(receipt, { type: 'AskFollowUp', text: '什么时候处理？' });
    await site.ask(receipt, { type: 'SendLetterMessage', to: 'handler', text: '请回电' });
    await site.follow(caseId);
    expect(await inboxOf('tang.minyi', caseId)).toEqual([
      '来信人追问',
      '来信有新的私信',
      '来信有新的私信',
    ]);
    const unit = await inboxOf('li.jie', caseId);
    expect(unit).toEqual(expect.arrayContaining(['来信人追问', '来信有新的私信']));
  });

  it('keeps the sender’s messages on a withheld letter to those appointed for it', async () => {
    const receipt = await site.quick({ itemCode: 'wz-complaint', form: letterForm });
    const { caseId } = receipt;
    const mark = { isSensitive: true, reason: '涉及举报' };
    await site.act('tang.minyi', caseId, 'MarkSensitive', mark);
    await site.ask(receipt, { type: 'SendLetterMessage', to: 'office', text: '请保密' });
    await site.follow(caseId);
    expect(await inboxOf('tang.minyi', caseId)).toEqual([]);
    expect(await inboxOf('mi.zhuan', caseId)).toEqual(['来信有新的私信']);
  });
});

async function inboxOf(name: string, caseId: string): Promise<string[]> {
  const inbox = await (await site.staff(name)).send('GET', '/api/me/messages');
  const { messages } = inbox.json<{ messages: { caseId?: string; subject: string }[] }>();
  return messages
    .filter((message) => message.caseId === caseId)
    .map(({ subject }) => subject)
    .toSorted();
}
