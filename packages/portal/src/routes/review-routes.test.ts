// A review by the requests of a browser without scripts: by link, by code, on a window's screen.
import type { FastifyInstance } from 'fastify';
import { beforeEach, describe, expect, it } from 'vitest';
import { againToken, reviewToken, screenToken } from '../examples/reviews.examples.ts';
import { exampleServices } from '../examples/services.examples.ts';
import { exampleSite } from '../examples/site.examples.ts';

let app: FastifyInstance;
let services: ReturnType<typeof exampleServices>;
beforeEach(async () => {
  services = exampleServices();
  app = await exampleSite(services);
});

const get = (url: string) => app.inject({ method: 'GET', url });
const post = (url: string, fields: readonly (readonly [string, string])[]) =>
  app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(
      fields.map(([name, value]): [string, string] => [name, value]),
    ).toString(),
  });
const link = `/review/${reviewToken}`;
const given = () => services.record.reviews.given.map(({ body }) => body);

describe('a review by link', () => {
  it('has no level chosen before, and asks for one that is missing', async () => {
    const page = await get(link);
    expect(page.body).toContain('您对这次服务满意吗？');
    expect(page.body).not.toMatch(/name="level"[^>]* checked/u);
    const empty = await post(link, [['comment', '还行']]);
    expect(empty.statusCode).toBe(422);
    expect(empty.body).toContain('请选择满意度');
    expect(empty.body).toContain('还行');
    expect(given()).toEqual([]);
  });

  it('leaves out reasons of another level, which show where styles cannot hide them', async () => {
    const answer = await post(link, [
      ['level', '5'],
      ['reason', 'quick'],
      ['reason', 'late'],
      ['via', 'sms'],
    ]);
    expect(answer.statusCode).toBe(303);
    expect(given()).toEqual([
      { level: 5, reasons: ['late'], comment: '', isNamed: false, via: 'sms' },
    ]);
    const end = await get(answer.headers.location ?? '');
    expect(end.body).toContain('限期整改');
  });

  it('keeps name and phone to whoever wants to be called back', async () => {
    await post(link, [
      ['level', '4'],
      ['name', '王小凤'],
      ['phone', '13800138000'],
    ]);
    expect(JSON.stringify(given())).not.toContain('王小凤');
  });

  it('opened again says that it was given; a wrong one is not found', async () => {
    await post(link, [['level', '1']]);
    expect((await get(link)).body).toContain('已经评价过了');
    expect((await get(`/review/${'0'.repeat(40)}`)).statusCode).toBe(404);
    expect((await get('/review/x')).statusCode).toBe(404);
  });
});

describe('a review of a visit', () => {
  it('ends under an address unknown to the window, with the code to come back', async () => {
    const answer = await post(link, [
      ['level', '5'],
      ['via', 'qr'],
    ]);
    expect(answer.headers.location).toBe(`/review/${againToken}?said=bad`);
    const end = await get(answer.headers.location ?? '');
    expect(end.body).toContain('限期整改');
    expect(end.body).toContain('K7M2P-9QX4R');
    const later = await get(`/review/${againToken}`);
    expect(later.body).toContain('还在整改');
  });
});

describe('a code on paper', () => {
  it('leads to the same page, and says so when it is missing', async () => {
    expect((await post('/review', [['code', '']])).statusCode).toBe(422);
    const found = await post('/review', [['code', 'ABCDE-23456']]);
    expect(found.headers.location).toBe(`${link}?via=paper`);
  });
});

describe('the screen of a window', () => {
  it('takes one touch, thanks, and loads itself anew without a script', async () => {
    const path = `/review/screen/${screenToken}`;
    const asking = await get(path);
    expect(asking.headers['refresh']).toBe(`20;url=${path}`);
    expect(asking.body.match(/<button/gu)).toHaveLength(5);
    const thanks = await post(path, [['level', '2']]);
    expect(thanks.body).toContain('谢谢您的评价');
    expect(thanks.headers['refresh']).toBe(`20;url=${path}`);
    // After a good one too: who glances at the screen learns nothing.
    expect(thanks.body).toContain('K7M2P-9QX4R');
    expect(services.record.reviews.given[0]?.reviewer).toMatchObject({ screenId: 's' });
    expect((await get(path)).headers['refresh']).toBe(`4;url=${path}`);
    expect((await post(path, [['level', '1']])).statusCode).toBe(303);
    expect(services.record.reviews.given).toHaveLength(1);
  });
});

describe('what is public', () => {
  it('is linked from every page and says how it is counted', async () => {
    expect((await get('/')).body).toContain('href="/reviews"');
    const page = await get('/reviews');
    expect(page.body).toContain('95.0%');
    expect(page.body).toContain('好评率 =');
    expect(page.body).toContain('跑了三次');
  });
});
