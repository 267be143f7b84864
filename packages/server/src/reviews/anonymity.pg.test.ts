import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReviewContact, ReviewReport, ReviewScreen, ReviewWork } from '@yichuang/contracts';
import { civilDate } from '@yichuang/kernel/time';
import { publishReview, unpublishReview } from './office-reviews.ts';
import { reviewFacts } from './review-facts.pg.ts';
import { reviewFigures } from './review-figures.pg.ts';
import { findReview } from './service-reviews.pg.ts';
import { openReviewSite, type ReviewSite } from './testing-reviews.ts';
import { admitReader, writeReview } from './write-review.ts';

let site: ReviewSite;
let work: ReviewWork;
let caseNumber = '';
let caseId = '';
beforeAll(async () => {
  site = await openReviewSite();
  const served = await site.servedOnline('19900000001');
  ({ caseId } = served);
  caseNumber = (await site.view('lu.qinghe', caseId)).number;
  const given = await site.review(served.token, {
    level: 5,
    reasons: ['late'],
    comment: MARK,
    isNamed: true,
    name: AUTHOR,
    phone: PHONE,
  });
  expect(given.statusCode, given.body).toBe(201);
  const [found] = await site.openWork();
  if (found === undefined) throw new Error('no work was opened');
  work = found;
});
afterAll(() => site[Symbol.asyncDispose]());

const MARK = '办得太慢了，一直让我等';
const AUTHOR = '欧阳独一';
const PHONE = '19900000055';
/** The head of the reviewed unit, who mends it; and who served at its window. */
const REVIEWED = ['fang.jingxian', 'lu.qinghe'] as const;

describe('who wrote a review', () => {
  it('is on no page of the reviewed, whatever they ask for', async () => {
    await site.act('hao.ping', work.caseId, 'AmendForm', { patch: { contact: 'reached' } });
    await site.act('hao.ping', work.caseId, 'ApproveTask', { opinion: '属实' });
    await site.nextWeek();
    const paths = site.app.listedRoutes.filter(
      // The board's stream has no end.
      ({ method, url }) =>
        method === 'GET' && url.startsWith('/api/') && url !== '/api/board/events',
    );
    expect(paths.length).toBeGreaterThan(50);
    let seen = 0;
    for (const name of REVIEWED) {
      const caller = await site.staff(name);
      for (const { url } of paths) {
        const path = url
          .replace(':caseId', work.caseId)
          .replace(':reviewId', work.reviewId)
          .replaceAll(/:\w+/gu, '00000000-0000-4000-8000-000000000000');
        const { body } = await caller.send('GET', path);
        expect(body.includes(AUTHOR) || body.includes(PHONE), `${name} ${path}`).toBe(false);
        // What was said is there, but never together with the case that it was said of.
        if (!body.includes(MARK)) continue;
        seen += 1;
        expect(body.includes(caseNumber) || body.includes(caseId), `${name} ${path}`).toBe(false);
      }
    }
    expect(seen).toBeGreaterThan(0);
  });

  it('is for the office alone, each look on record, and never for the reviewed unit', async () => {
    const path = `/api/reviews/${work.reviewId}/contact`;
    const office = await site.staff('hao.ping');
    const contact = (await office.send('GET', path)).json<ReviewContact>();
    expect(contact).toEqual({ name: AUTHOR, phone: PHONE, caseNumber });
    const looks = await site.database.db.query(
      'SELECT staff_id FROM review_contact_look WHERE review_id = $1',
      [work.reviewId],
    );
    expect(looks).toEqual([{ staff_id: office.personId }]);
    for (const name of REVIEWED) {
      expect((await (await site.staff(name)).send('GET', path)).statusCode).toBe(403);
    }
  });

  it('is not found by narrowing the figures that everybody reads', async () => {
    const path = '/api/reviews/figures';
    const unit = await site.staff('lu.qinghe');
    const whole = (await unit.send('GET', path)).json<ReviewReport>();
    const narrow = await unit.send('GET', `${path}?orgId=nowhere&itemCode=nothing`);
    expect(narrow.json()).toEqual(whole);
    expect(whole.figures.total).toBeGreaterThan(0);
    const office = await site.staff('hao.ping');
    const none = (await office.send('GET', `${path}?orgId=nowhere`)).json<ReviewReport>();
    expect(none.figures.total).toBe(0);
  });

  it('is neither published nor taken down by the office where it is the reviewed', async () => {
    const { db, tenantId } = site.parts.deps;
    const review = await findReview(db, tenantId, work.reviewId);
    const orgId = review?.org_id ?? '';
    const { personId } = await site.staff('hao.ping');
    const capabilities = ['reviews-officer'];
    const post = { postId: 'p', postName: 'p', orgId, capabilities, orgIds: new Set([orgId]) };
    const rest = { id: 's', tenantId, kind: 'staff', mustChangePassword: false } as const;
    const session = { ...rest, personId, posts: [post] };
    const own = { ok: false, refusals: [{ code: 'review-of-own-unit' }] };
    const wording = { comment: '', reply: '已整改' };
    const { reviews } = site.parts;
    expect(await publishReview(reviews, session, work.reviewId, wording)).toMatchObject(own);
    expect(await unpublishReview(reviews, session, work.reviewId)).toMatchObject(own);
  });

  it('cannot be taken back: the case that mends it is nobody’s to withdraw or start', async () => {
    for (const name of ['fang.jingxian', 'hao.ping']) {
      const { allowed } = await site.view(name, work.caseId);
      expect(allowed.map(({ act }) => act)).not.toContain('WithdrawCase');
    }
    const clerk = await site.staff('hao.ping');
    const body = { itemCode: 'review-rectification', form: {} };
    const started = await clerk.send('POST', '/api/office/cases', body);
    expect(started.statusCode).toBeGreaterThanOrEqual(400);
  });
});

describe('what a rule may look at', () => {
  it('is how many came from one device, at one minute, from staff, and how soon', async () => {
    const phone = '10.7.7.7';
    for (let i = 0; i < 3; i += 1) {
      const { token } = await site.visit('lei.ming');
      expect((await site.review(token, { level: 1 }, phone)).statusCode).toBe(201);
    }
    const { token } = await site.visit('lei.ming');
    const lei = await site.staff('lei.ming');
    // In the browser in which the reviewed person is logged in to the console.
    const own = await lei.send('POST', `/api/public/reviews/invitations/${token}`, { level: 1 });
    expect(own.statusCode).toBe(201);
    const { db, tenantId, clock } = site.parts.deps;
    const [row] = await db.query<{ day: string }>(
      'SELECT max(day)::text AS day FROM service_review',
    );
    const day = row?.day as never;
    const facts = await reviewFacts(db, tenantId, { from: day, until: day });
    expect(facts.filter(({ staffId }) => staffId === lei.personId)).toMatchObject([
      { count: 4, bestShare: 1, devices: 2, mostOfDevice: 3, byOwnStaff: 1, byReviewed: 1 },
    ]);
    expect(facts.every(({ medianSeconds }) => medianSeconds >= 0)).toBe(true);
    const figures = await reviewFigures(db, tenantId, { from: day, until: day, at: clock.now() });
    expect(figures).toMatchObject({ levels: [4, 0, 0, 0, 0], goodRate: 1, served: 4 });
  });
});

describe('a window that rates itself', () => {
  const screenOf = async (name: string) => {
    const clerk = await site.staff(name);
    const opened = await clerk.send('POST', '/api/reviews/screens', {});
    return new URL(opened.json<ReviewScreen>().link).pathname;
  };
  const factsOf = async (name: string) => {
    const { db, tenantId, clock } = site.parts.deps;
    const day = civilDate(clock.now());
    const { personId } = await site.staff(name);
    const facts = await reviewFacts(db, tenantId, { from: day, until: day });
    return facts.find(({ staffId }) => staffId === personId);
  };

  it('is told by visits that are rated in seconds, one after another', async () => {
    const screen = await screenOf('ye.xiaotong');
    for (let i = 0; i < 4; i += 1) {
      await site.visit('ye.xiaotong');
      await site.wait(3);
      expect(await site.touch(screen, 1)).toContain('谢谢您的评价');
      await site.wait(20);
    }
    // An hour later a real one, who takes their time.
    await site.wait(3600);
    await site.visit('ye.xiaotong');
    await site.wait(40);
    await site.touch(screen, 2);
    expect(await factsOf('ye.xiaotong')).toMatchObject({
      visits: 5,
      ratedQuickRun: 4,
      ratedQuickShare: 0.8,
      fromScreen: 5,
      screenDevices: 1,
      devices: 0,
    });
  });

  it('is not told by visitors who are quick to touch and served one by one', async () => {
    const screen = await screenOf('qin.yulan');
    for (let i = 0; i < 4; i += 1) {
      await site.visit('qin.yulan');
      await site.wait(10);
      // The third does not care to say anything.
      if (i !== 2) await site.touch(screen, 1);
      await site.wait(600);
    }
    const facts = { visits: 4, ratedQuickRun: 1, ratedQuickShare: 0.75 };
    expect(await factsOf('qin.yulan')).toMatchObject(facts);
  });

  it('cannot do so in the browser in which it is logged in', async () => {
    const screen = await screenOf('qin.yulan');
    const clerk = await site.staff('qin.yulan');
    const { token } = await site.visit('qin.yulan');
    const { body } = await clerk.send('GET', screen);
    expect(body).toContain('这个浏览器登录着工作人员账号');
    expect(body).not.toContain('name="level"');
    const who = { ip: '10.7.7.8', userAgent: 'x', screenId: randomUUID() };
    const touched = await writeReview(
      site.parts.reviews,
      token,
      { level: 1 },
      { ...who, staffId: clerk.personId },
    );
    expect(touched).toMatchObject({ refusals: [{ code: 'review-screen-of-staff' }] });
  });
});

describe('the page of reviews', () => {
  it('answers an address as often as the interface does, and no more', async () => {
    const ip = '10.8.8.8';
    const url = '/reviews';
    const read = () => site.app.inject({ method: 'GET', url, remoteAddress: ip });
    expect((await read()).statusCode).toBe(200);
    for (let i = 1; i < 240; i += 1) {
      expect(await admitReader(site.parts.reviews, ip)).toBeUndefined();
    }
    expect((await read()).statusCode).toBe(429);
  });
});

describe('an invitation', () => {
  it('that nobody used in time is over, and is no opinion', async () => {
    const { token } = await site.visit();
    for (let week = 0; week < 5; week += 1) await site.nextWeek();
    const late = await site.review(token, { level: 1 });
    expect(late.json()).toMatchObject({ code: 'review-invitation-expired' });
    expect(late.statusCode).toBe(410);
  });
});
