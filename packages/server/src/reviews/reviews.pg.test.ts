import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PublicReviews, ReviewForm, ReviewReceipt, UnitReview } from '@yichuang/contracts';
import { addDays, civilDate, plainDate } from '@yichuang/kernel/time';
import { moveSite } from '../assembly/move-site.ts';
import { readJournal } from '../ledger/index.ts';
import { countReviews } from './review-counts.pg.ts';
import { recountReviews, type GivenReview } from './testing-recount-reviews.ts';
import { openReviewSite, type ReviewSite } from './testing-reviews.ts';

let site: ReviewSite;
beforeAll(async () => {
  site = await openReviewSite();
});
afterAll(() => site[Symbol.asyncDispose]());

const bad = { level: 5, reasons: ['attitude'], comment: '等了两个小时，态度很差' };

async function given(token: string, body: object): Promise<ReviewReceipt> {
  const answer = await site.review(token, body);
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json();
}

/** From the message to who left a phone. */
async function secondToken(): Promise<string> {
  const [row] = await site.database.db.query<{ link: string }>(
    `SELECT params ->> 'link' AS link FROM notice WHERE template = 'review-again'`,
  );
  return /\/review\/([0-9a-f]{40})/u.exec(row?.link ?? '')?.[1] ?? '';
}

describe('an invitation', () => {
  it('is one of a visit, opened in one click, with link, code and picture', async () => {
    const visit = await site.visit();
    expect(visit.code).toMatch(/^[2-9A-Z]{5}-[2-9A-Z]{5}$/u);
    expect(visit.qrCode).toContain('<svg');
    const typed = { code: visit.code.toLowerCase().replace('-', ' ') };
    const found = await site.nobody.send('POST', '/api/public/reviews/codes', typed);
    expect(found.json()).toEqual({ token: visit.token });
    const form = await site.nobody.send('GET', `/api/public/reviews/invitations/${visit.token}`);
    expect(form.json<ReviewForm>()).toMatchObject({
      subject: 'visit',
      round: 1,
      orgName: '云溪县行政审批服务中心综合受理窗口',
      isUsed: false,
    });
  });

  it('follows an online case that is over, once, by inbox and short message', async () => {
    const { caseId, token } = await site.servedOnline('19900000001');
    expect(token).toMatch(/^[0-9a-f]{40}$/u);
    const resident = await site.resident('19900000001');
    const inbox = (await resident.send('GET', '/api/me/inbox')).body;
    expect(inbox).toContain(`/review/${token}`);
    const rows = await site.database.db.query(
      `SELECT channel FROM notice WHERE case_id = $1 AND template = 'review-invited'`,
      [caseId],
    );
    expect(rows).toEqual(expect.arrayContaining([{ channel: 'inbox' }, { channel: 'sms' }]));
    expect(rows).toHaveLength(2);
  });

  it('serves once: of twenty at the same time one is a review', async () => {
    const { token } = await site.visit();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => site.review(token, { level: 2 })),
    );
    const codes = answers.map((answer) => answer.statusCode).toSorted((a, b) => a - b);
    expect(codes).toEqual([201, ...Array.from({ length: 19 }, () => 409)]);
    expect((await site.review(token, { level: 1 })).json()).toMatchObject({
      code: 'review-given-already',
    });
  });

  it('of a visit does not tell the window whether it was used', async () => {
    const { token } = await site.visit();
    const probe = { level: 1, reasons: ['attitude'] };
    const before = await site.review(token, probe);
    await given(token, { level: 1 });
    const after = await site.review(token, probe);
    expect([before.statusCode, after.statusCode]).toEqual([422, 422]);
    expect(after.json()).toMatchObject({ code: 'review-reason-unknown' });
    const form = await site.nobody.send('GET', `/api/public/reviews/invitations/${token}`);
    expect(form.json()).toMatchObject({ isUsed: false });
    expect((await site.nobody.send('GET', `/review/${token}?said=good`)).body).toContain(
      '谢谢您的评价',
    );
  });

  it('of an unknown token or code opens nothing, and guessing soon ends', async () => {
    expect((await site.review('0'.repeat(40), { level: 1 })).statusCode).toBe(404);
    const guess = () =>
      site.app.inject({
        method: 'POST',
        url: '/api/public/reviews/codes',
        payload: { code: '22222-22222' },
        remoteAddress: '10.9.9.9',
      });
    expect((await guess()).statusCode).toBe(404);
    const many = await Promise.all(Array.from({ length: 60 }, guess));
    expect(many.some((answer) => answer.statusCode === 429)).toBe(true);
  });
});

describe('a review', () => {
  it('takes only reasons that go with its level, and a phone where a call is wanted', async () => {
    const { token } = await site.visit();
    const wrong = await site.review(token, { level: 1, reasons: ['attitude'] });
    expect(wrong.json()).toMatchObject({ code: 'review-reason-unknown' });
    const silent = await site.review(token, { ...bad, isNamed: true });
    expect(silent.json()).toMatchObject({ code: 'review-phone-needed' });
    await given(token, { level: 1, reasons: ['kind-staff'] });
  });

  it('is never made by silence', async () => {
    const before = await site.parts.reviews.db.query('SELECT 1 FROM service_review');
    await site.visit();
    const after = await site.parts.reviews.db.query('SELECT 1 FROM service_review');
    expect(after).toHaveLength(before.length);
  });

  it('is in the journal by level, reasons and the hash of its words alone', async () => {
    const { token } = await site.visit();
    const { reviewId } = await given(token, { level: 2, comment: '王小凤说很好' });
    const { db, tenantId } = site.parts.deps;
    const [entry] = await readJournal(db, tenantId, `review:${reviewId}`);
    expect(entry).toMatchObject({ type: 'ServiceReviewed', data: { level: 2, reasons: [] } });
    expect(JSON.stringify(entry)).not.toContain('王小凤');
  });

  it('can be neither changed nor removed, also not by the application itself', async () => {
    for (const sql of ['UPDATE service_review SET level = 1', 'DELETE FROM service_review']) {
      await expect(site.database.db.query(sql)).rejects.toThrow(/permission denied/u);
      await expect(site.database.owner.query(sql)).rejects.toThrow(/append-only/u);
    }
  });
});

describe('a bad review', () => {
  it('is contacted, mended, called back, rated again and published with its answer', async () => {
    const { token } = await site.visit();
    const contact = { isNamed: true, name: '王小凤', phone: '19900000077' };
    const { reviewId } = await given(token, { ...bad, ...contact });
    const [work] = (await site.openWork()).filter((each) => each.reviewId === reviewId);
    expect(work).toMatchObject({ phase: 'contact', isNamed: true, light: 'green' });
    const caseId = work?.caseId ?? '';
    const step = async (name: string, patch: object, opinion: string) => {
      if (Object.keys(patch).length > 0) await site.act(name, caseId, 'AmendForm', { patch });
      await site.act(name, caseId, 'ApproveTask', { opinion });
      await site.follow(caseId);
    };
    await step('hao.ping', { contact: 'reached', contactNote: '排队时间长' }, '已核实');
    expect(await site.openWork()).toMatchObject([{ phase: 'mending' }]);
    await step('shen.zhixing', { response: 'mended', cause: '只开一个窗口' }, '已增开两个窗口。');
    expect(await site.openWork()).toMatchObject([{ phase: 'calling-back' }]);
    await step('hao.ping', { callBack: 'satisfied' }, '评价人认可');
    expect(await site.openWork()).toEqual([]);
    const ask = async (key: string) =>
      (await site.nobody.send('GET', `/api/public/reviews/invitations/${key}`)).json<ReviewForm>();
    // The window has the first link: it tells neither that it was used nor what was said.
    const first = await ask(token);
    expect(first).toMatchObject({ round: 1, isUsed: false });
    expect(first).not.toHaveProperty('firstLevel');
    expect((await site.review(token, { level: 2 })).statusCode).toBe(409);
    const second = await secondToken();
    const mended = { round: 2, reply: '已增开两个窗口。', firstLevel: 5 };
    expect(await ask(second)).toMatchObject(mended);
    const again = await given(second, { level: 2 });
    expect(again.reviewId).not.toBe(reviewId);
    const office = await site.staff('hao.ping');
    const wording = { comment: '等候时间太长', reply: '已增开两个窗口。' };
    const done = await office.send('POST', `/api/reviews/${reviewId}/publish`, wording);
    expect(done.statusCode, done.body).toBe(204);
    const { db, tenantId } = site.parts.deps;
    const [, entry] = await readJournal(db, tenantId, `review:${reviewId}`);
    expect(entry).toMatchObject({ type: 'ReviewPublished', actor: { personId: office.personId } });
    const open = (await site.nobody.send('GET', '/api/public/reviews')).json<PublicReviews>();
    expect(open.published).toMatchObject([
      { reviewId, level: 5, ...wording, secondLevel: 2, reasons: ['服务态度生硬'] },
    ]);
    expect(open.report.figures.total).toBe(0);
    const figures = { bad: 1, namedBad: 1, contactRate: 1, mendRate: 1, secondGood: 1 };
    expect((await site.officeReport()).figures).toMatchObject(figures);
  });

  it('of who left nothing is rated again by the code that only they were given', async () => {
    const { token, code } = await site.visit();
    const { again } = await given(token, bad);
    const ask = async (key: string) =>
      (await site.nobody.send('GET', `/api/public/reviews/invitations/${key}`)).json<ReviewForm>();
    // Neither link nor code of the window leads there, also not by trying once more.
    expect(again?.token).not.toBe(token);
    expect(again?.code).not.toBe(code);
    expect((await site.review(token, bad)).body).not.toContain(again?.token);
    expect(JSON.stringify(await ask(token))).not.toContain(again?.code);
    const typed = await site.nobody.send('POST', '/api/public/reviews/codes', again);
    expect(typed.json()).toEqual({ token: again?.token });
    const second = again?.token ?? '';
    expect((await ask(second)).closed).toEqual({
      because: 'being-mended',
      code: again?.code,
      openDays: 30,
    });
    const early = await site.review(second, { level: 2 });
    expect(early.json()).toMatchObject({ code: 'review-not-mended' });
    const page = await site.nobody.send('GET', `/review/${second}`);
    expect(page.body).toContain(again?.code);

    const [work] = await site.openWork();
    const caseId = work?.caseId ?? '';
    const mended = { response: 'mended', cause: '只开一个窗口' };
    await site.act('shen.zhixing', caseId, 'AmendForm', { patch: mended });
    await site.act('shen.zhixing', caseId, 'ApproveTask', { opinion: '已增开窗口。' });
    // Nobody can be called: the office looks for itself whether it was mended.
    await site.act('hao.ping', caseId, 'AmendForm', { patch: { callBack: 'not-possible' } });
    await site.act('hao.ping', caseId, 'ApproveTask', { opinion: '现场查看，窗口已增开' });
    await site.follow(caseId);
    expect(await ask(second)).toMatchObject({ round: 2, reply: '已增开窗口。', isExpired: false });
    // A job that runs again opens it no second time.
    await site.wait(5 * 86_400);
    const { expiresAt } = await ask(second);
    await site.follow(caseId);
    expect((await ask(second)).expiresAt).toBe(expiresAt);
    await given(second, { level: 2 });
    expect((await site.review(second, { level: 1 })).statusCode).toBe(409);
  });

  it('found to be a mistake on appeal is not counted and stays with the reason', async () => {
    const { token } = await site.visit();
    const { reviewId, again } = await given(token, bad);
    const [work] = (await site.openWork()).filter((each) => each.reviewId === reviewId);
    const caseId = work?.caseId ?? '';
    expect(work?.phase).toBe('mending');
    const appeal = { response: 'appealed', cause: '评价的不是本窗口' };
    await site.act('shen.zhixing', caseId, 'AmendForm', { patch: appeal });
    await site.act('shen.zhixing', caseId, 'ApproveTask', { opinion: '认为是误评' });
    await site.act('ming.cha', caseId, 'ApproveTask', { opinion: '监控显示当时未开窗' });
    await site.follow(caseId);
    const [done] = (await site.doneWork()).filter((each) => each.reviewId === reviewId);
    expect(done).toMatchObject({ verdict: 'mistaken', verdictReason: '监控显示当时未开窗' });
    const url = `/api/public/reviews/invitations/${again?.token ?? ''}`;
    const form = (await site.nobody.send('GET', url)).json<ReviewForm>();
    expect(form).toMatchObject({ closed: { because: 'not-counted' } });
    expect((await site.officeReport()).figures).toMatchObject({ bad: 2, notCounted: 1 });
    const seen = async () => {
      const unit = await site.staff('duan.ruoxi');
      return (await unit.send('GET', '/api/reviews')).json<UnitReview[]>();
    };
    expect(await seen()).toEqual([]);
    await site.nextWeek();
    expect((await seen()).find((each) => each.reviewId === reviewId)).toMatchObject({
      verdict: 'mistaken',
    });
  });
});

describe('the counts of the indicators', () => {
  const start = plainDate('2026-01-01');
  /** Of a review that waits for the unit: the window's, left without a name. */
  const waiting = async (): Promise<string> => {
    const { reviewId } = await given((await site.visit()).token, bad);
    const found = (await site.openWork()).find((each) => each.reviewId === reviewId);
    return found?.caseId ?? '';
  };

  async function givenReviews(): Promise<GivenReview[]> {
    const rows = await site.database.db.query<GivenReview>(
      `SELECT r.org_id AS "orgId", r.level, r.round, r.day, coalesce((SELECT json_agg(
           json_build_object('at', e.at,
             'event', e.data::jsonb || jsonb_build_object('type', e.type))
           ORDER BY e.seq) FROM event e JOIN review_work w ON w.case_id = e.case_id
         WHERE w.review_id = r.id), '[]') AS events
       FROM service_review r`,
    );
    return rows;
  }

  it('are those of a recount: mended in time, mended late, open, found mistaken', async () => {
    const inTime = await waiting();
    const late = await waiting();
    await waiting();
    const mended = { response: 'mended', cause: '只开一个窗口' };
    const mend = async (caseId: string) => {
      await site.act('shen.zhixing', caseId, 'AmendForm', { patch: mended });
      await site.act('shen.zhixing', caseId, 'ApproveTask', { opinion: '已增开窗口。' });
      await site.follow(caseId);
    };
    await mend(inTime);
    const before = civilDate(site.parts.clock.now());
    await moveSite(site.parts, { workingDays: 20 });
    await mend(late);
    const { db, tenantId, statutes } = site.parts.deps;
    const { calendar } = statutes;
    const reviews = await givenReviews();
    const today = civilDate(site.parts.clock.now());
    const told = [];
    for (const until of [before, addDays(before, 6), today]) {
      const span = { from: start, until };
      const slow = recountReviews(reviews, { ...span, calendar });
      const counted = await countReviews(db, tenantId, 'org', span);
      expect(new Map(counted.map(({ key, ...counts }) => [key, counts])), until).toEqual(slow);
      told.push(...counted);
    }
    const [last] = told.slice(-1);
    // Nothing agrees by being nothing: some good, some not counted, some late, some open.
    expect(last?.reviewsGood).toBeGreaterThan(0);
    expect(last?.reviewsToMend).toBeGreaterThan(last?.reviewsMended ?? 0);
    expect(last?.reviewsMended).toBeGreaterThan(0);
    expect(reviews.filter(({ round }) => round === 1).length).toBeGreaterThan(
      told.slice(-1).reduce((n, { reviewsValid }) => n + reviewsValid, 0),
    );
  });
});
