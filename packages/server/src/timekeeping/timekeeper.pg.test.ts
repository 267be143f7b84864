import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { letterForm, openLetterSite, type LetterSite } from '../assembly/testing-letters.ts';
import type { InboxMessage } from '../notices/index.ts';
import { createTimekeeper, type TurnedClock } from './index.ts';

let site: LetterSite;

beforeAll(async () => {
  site = await openLetterSite();
  await site.parts.timekeeper.look();
});
afterAll(() => site[Symbol.asyncDispose]());

async function inbox(name: string): Promise<InboxMessage[]> {
  const { personId } = await site.staff(name);
  return site.parts.notices.inbox(personId, { limit: 100 });
}

async function referred(): Promise<string> {
  const { caseId } = await site.quick({ itemCode: 'wz-complaint', form: letterForm });
  const referral = { toOrg: 'yunxi/zjj', manner: 'transfer', note: '' };
  await site.act('tang.minyi', caseId, 'AcceptCase', { opinion: '', referral });
  return caseId;
}

async function moveDays(workingDays: number): Promise<void> {
  await site.nobody.send('POST', '/api/demo/clock', { workingDays });
}

const aboutOverdue = (messages: readonly InboxMessage[], caseId: string) =>
  messages.filter((message) => message.caseId === caseId && message.subject.includes('超期'));

describe('a look at the clocks', () => {
  test('tells the handler before, the head and supervision after, each once', async () => {
    const caseId = await referred();
    const [clerk, head, supervisor] = ['li.jie', 'fang.jingxian', 'ren.gangzheng'];
    await moveDays(40);
    await site.parts.timekeeper.look();
    const handled = (await inbox(clerk)).filter((message) => message.caseId === caseId);
    expect(handled.map(({ subject }) => subject)).toContain('已经超期');
    const told = aboutOverdue(await inbox(head), caseId);
    expect(told.length).toBeGreaterThan(0);
    expect(told[0]?.body).toContain('住房和城乡建设局');
    expect(aboutOverdue(await inbox(supervisor), caseId).length).toBeGreaterThan(0);
    const before = (await inbox(supervisor)).length;
    await site.parts.timekeeper.look();
    expect(await inbox(supervisor)).toHaveLength(before);
  });

  test('sends supervision a digest of the promises that ran out, one a day', async () => {
    const { database, parts } = site;
    await moveDays(1);
    const { personId } = await site.staff('ren.gangzheng');
    const digests = () =>
      database.db.query<{ params: object }>(
        `SELECT params FROM notice WHERE template = 'board-digest' AND person_id = $1
         ORDER BY created_at`,
        [personId],
      );
    const before = (await digests()).length;
    const caseId = await referred();
    await database.db.query(
      `UPDATE clock SET kind = 'committed', overdue_at = $2 WHERE case_id = $1
         AND clock_id = 'statutory'`,
      [caseId, parts.clock.now()],
    );
    await moveDays(1);
    await moveDays(1);
    const sent = await digests();
    expect(sent.slice(before).map(({ params }) => params)).toMatchObject([
      { promise: 1, total: 1 },
    ]);
  });

  test('says one number to whom many turn at once', async () => {
    for (let n = 0; n < 7; n += 1) await referred();
    await moveDays(40);
    const messages = await inbox('li.jie');
    expect(messages[0]?.subject).toBe('多件已经超期或将到期');
    expect((await inbox('ren.gangzheng'))[0]?.subject).toBe('多件已经超期');
  });

  test('gives what turned to whoever hears, and begins again when that fails', async () => {
    const heard: TurnedClock[] = [];
    let failures = 1;
    const timekeeper = createTimekeeper({
      ...site.parts.deps,
      cases: site.parts.cases,
      notices: site.parts.notices,
      publicUrl: site.parts.config.publicUrl,
      onTurned: async (_, turned) => {
        failures -= 1;
        if (failures >= 0) throw new Error('nothing could be enqueued');
        heard.push(...turned);
      },
      onError: (error) => {
        throw error;
      },
    });
    const caseId = await referred();
    await site.parts.movable?.moveForward(40 * 86_400_000);
    const before = (await inbox('li.jie')).length;
    await expect(timekeeper.look()).rejects.toThrow('enqueued');
    expect(await inbox('li.jie')).toHaveLength(before);
    await timekeeper.look();
    expect((await inbox('li.jie')).length).toBeGreaterThan(before);
    const own = heard.filter((clock) => clock.caseId === caseId);
    expect(own.map(({ kind }) => kind)).toContain('statutory');
    expect(own.every(({ turnedAt }) => turnedAt <= site.parts.clock.now())).toBe(true);
    const noticed = heard.length;
    await timekeeper.look();
    expect(heard).toHaveLength(noticed);
  });

  test('of two processes that look at once goes through once', async () => {
    const heard: string[] = [];
    const parts = {
      ...site.parts.deps,
      cases: site.parts.cases,
      notices: site.parts.notices,
      publicUrl: site.parts.config.publicUrl,
      onTurned: async (_: unknown, turned: readonly TurnedClock[]) => {
        heard.push(...turned.map(({ caseId, clockId, light }) => `${caseId} ${clockId} ${light}`));
      },
      onError: () => undefined,
    };
    const caseId = await referred();
    await site.parts.movable?.moveForward(40 * 86_400_000);
    await Promise.all([createTimekeeper(parts).look(), createTimekeeper(parts).look()]);
    expect(heard.some((each) => each.startsWith(caseId))).toBe(true);
    expect(new Set(heard).size).toBe(heard.length);
  });
});
