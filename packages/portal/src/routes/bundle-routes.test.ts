// The questionnaire as a browser without scripts goes through it: links and forms sent by GET.
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import Fastify, { type FastifyInstance } from 'fastify';
import { beforeEach, describe, expect, it } from 'vitest';
import { ownCase } from '../examples/cases.examples.ts';
import { exampleServices, exampleToken } from '../examples/services.examples.ts';
import { registerPortal } from '../index.ts';

let app: FastifyInstance;
beforeEach(async () => {
  app = await openSite();
});

async function openSite(options: Parameters<typeof exampleServices>[0] = {}) {
  const site = Fastify();
  await site.register(formbody);
  await site.register(multipart);
  const services = exampleServices(options);
  await registerPortal(site, { services, cookieSecure: false, sessionCookie: 'yc_session' });
  return site;
}

const questions = '/bundles/restaurant/questions';
const cookie = `yc_session=${exampleToken}`;
const answered = 'hasLicence=false&foodKind=hot&area=80';
const get = (url: string) => app.inject({ url });
const post = (url: string, payload: string, headers: Record<string, string> = { cookie }) =>
  app.inject({
    method: 'POST',
    url,
    payload,
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
  });

describe('the questions', () => {
  it('come one a page, without a log-in, and carry what was answered', async () => {
    const first = await get(questions);
    expect(first.body).toContain('第 1 问，共 3 问');
    expect(first.body).toContain('<h1>您已经有营业执照了吗？</h1>');
    const second = await get(`${questions}?put=hasLicence&hasLicence=false`);
    expect(second.statusCode).toBe(200);
    expect(second.body).toContain('<h1>店里主要卖什么？</h1>');
    expect(second.body).toContain('name="hasLicence" value="false"');
    // Back is a link to the question before, whose answer is left out.
    expect(second.body).toContain(`href="${questions}">上一问`);
  });

  it.each([
    ['no choice made', 'put=hasLicence', '请选择一项'],
    ['a choice that is none', 'put=foodKind&hasLicence=true&foodKind=stones', '请选择一项'],
    ['no number', 'put=area&hasLicence=true&foodKind=hot&area=', '请填写一个数字'],
    ['a word', 'put=area&hasLicence=true&foodKind=hot&area=big', '请填写 1 到 5000 之间的数字'],
    ['the same twice', 'put=hasLicence&hasLicence=true&hasLicence=false', '请选择一项'],
  ])('say what to do about %s', async (_name, query, said) => {
    const answer = await get(`${questions}?${query}`);
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain(said);
    expect(answer.body).toContain('role="alert"');
  });

  it('lead on to the result, and an incomplete result back to them', async () => {
    const done = await get(`${questions}?put=area&${answered}`);
    expect([done.statusCode, done.headers.location]).toEqual([
      303,
      `/bundles/restaurant/result?${answered}`,
    ]);
    const early = await get('/bundles/restaurant/result?hasLicence=false');
    expect(early.headers.location).toBe(`${questions}?hasLicence=false`);
  });

  it('of what is no bundle are not there', async () => {
    for (const url of ['/bundles/zoo', '/bundles/zoo/questions', '/bundles/zoo/result']) {
      expect((await get(url)).statusCode, url).toBe(404);
    }
    expect((await post('/bundles/zoo/apply', answered)).statusCode).toBe(404);
  });
});

describe('the result', () => {
  it('says what, why, how long and what is saved; each answer can be changed', async () => {
    const { body } = await get(`/bundles/restaurant/result?${answered}`);
    expect(body).toContain('您要办这 3 项');
    expect(body).toContain('因为您选择了“建筑面积：80 平方米”');
    expect(body).toContain('在“营业执照”办好之后自动开始');
    expect(body).toContain('一项接一项办要 13 个工作日');
    expect(body).toContain('一次提交，用于食品经营许可、消防安全检查');
    expect(body).toContain(`${questions}?hasLicence=false&#38;area=80`);
  });

  it('leads into one filing; a stranger logs in first and loses no answer', async () => {
    const stranger = await post('/bundles/restaurant/apply', answered, {});
    expect(stranger.statusCode).toBe(401);
    expect(stranger.body).toContain('foodKind');
    const filed = await post('/bundles/restaurant/apply', answered);
    expect(filed.headers.location).toBe('/drafts/draft-1');
  });

  it('asks who is not identified first, and comes back with all answers', async () => {
    app = await openSite({ isIdentified: false });
    const { headers } = await post('/bundles/restaurant/apply', `${answered}&draft=draft-1`);
    const back = new URL(String(headers.location), 'http://site').searchParams.get('next');
    expect(back).toBe(`/bundles/restaurant/result?${answered}&draft=draft-1`);
  });

  it('offers no filing where there is nothing to file, and says why', async () => {
    const packaged = answered.replace('hot', 'packaged');
    const { body } = await get(`/bundles/restaurant/result?${packaged}`);
    expect(body).toContain('不需要办理任何事项');
    expect(body).not.toContain('/apply"');
    expect((await post('/bundles/restaurant/apply', packaged)).statusCode).toBe(409);
  });
});

describe('the whole of a bundle', () => {
  it('is begun by its questions and not by its form', async () => {
    const { headers } = await post('/items/bundle-1/apply', '');
    expect(headers.location).toBe('/bundles/restaurant');
  });

  it('gives all results as one archive, to its applicant', async () => {
    const url = `/my/cases/${ownCase.caseId}/results.zip`;
    expect((await get(url)).statusCode).toBe(303);
    const own = await app.inject({ url, headers: { cookie } });
    expect(own.headers['content-type']).toBe('application/zip');
  });
});
