import { verifyReceipt } from '@yichuang/kernel/ledger';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sha256 } from '../cases/index.ts';
import { certificateRefusals, registerCertificateRoutes } from '../certificates/index.ts';
import { openTestCounty, walkToPermit, type TestCounty } from '../issuing/testing-county.ts';
import { buildApp, platformRefusals, type App, type Session } from '../platform/http/index.ts';
import { createRateLimiter } from '../platform/rate-limit/index.ts';
import { mergeRefusals } from '../platform/refusal.ts';
import { createDayTrees, ledgerRefusals, publishRoots, registerLedgerRoutes } from './index.ts';

let county: TestCounty;
let app: App;
let permit: string;
beforeAll(async () => {
  county = await openTestCounty();
  permit = await walkToPermit(county);
  const { tenantId, db, clock } = county.deps;
  const session = (personId: string): Session => ({
    id: personId,
    tenantId,
    kind: 'resident',
    personId,
    posts: [],
    mustChangePassword: false,
  });
  const sessions: Readonly<Record<string, Session>> = {
    owner: session('00000000-0000-4000-8000-000000000000'),
    stranger: session('00000000-0000-4000-8000-000000000002'),
  };
  app = await buildApp({
    config: { publicUrl: 'http://county.test', trustProxy: false, logLevel: 'silent' },
    guard: { findSession: async (token) => sessions[token], permits: () => false },
    refusals: mergeRefusals(platformRefusals, certificateRefusals, ledgerRefusals),
    readiness: {},
  });
  registerLedgerRoutes(app, { ...county.deps, trees: createDayTrees(db, tenantId) });
  const rateLimiter = createRateLimiter(db, tenantId, clock);
  registerCertificateRoutes(app, { ...county.deps, rateLimiter });
});
afterAll(async () => {
  await app.close();
  await county[Symbol.asyncDispose]();
});

const get = (url: string, token?: string) =>
  app.inject({
    url,
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  });

describe('certificates over HTTP', () => {
  test('anyone may check one by its number', async () => {
    const answer = await get(`/api/certificates/${encodeURIComponent('云住建许字〔2026〕1号')}`);
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ status: 'valid', isSealValid: true });
  });

  test('an unknown one is a sentence with a next step', async () => {
    const answer = await get('/api/certificates/NOSUCHNUMBER');
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({
      code: 'certificate-not-found',
      detail: '没有查到这份证照或者文书。',
    });
  });

  test('who tries numbers out is stopped', async () => {
    const codes: number[] = [];
    for (let i = 0; i < 62; i += 1) {
      codes.push((await get(`/api/certificates/NUMBER${i}`)).statusCode);
    }
    expect(codes.at(0)).toBe(404);
    expect(codes.at(-1)).toBe(429);
  });
});

describe('the record over HTTP', () => {
  test('a party has the receipt of the filing; to others the case does not exist', async () => {
    const own = await get(`/api/cases/${permit}/receipt`, 'owner');
    expect(verifyReceipt(own.json(), sha256)).toEqual({ ok: true, isAnchored: false });
    const stranger = await get(`/api/cases/${permit}/receipt`, 'stranger');
    expect([stranger.statusCode, stranger.json().code]).toEqual([404, 'receipt-not-found']);
    expect((await get(`/api/cases/${permit}/receipt`)).statusCode).toBe(401);
  });

  test('roots are public, by day and newest first; a day without one says so', async () => {
    expect((await get('/api/ledger/roots')).json()).toEqual({ roots: [] });
    county.setClock('2026-11-24T01:00:00.000Z');
    const [root] = await publishRoots(county.deps);
    expect((await get('/api/ledger/roots')).json()).toEqual({ roots: [root] });
    expect((await get('/api/ledger/roots?before=2026-11-23')).json()).toEqual({ roots: [] });
    expect((await get('/api/ledger/roots/2026-11-23')).json()).toEqual(root);
    for (const day of ['2026-11-24', '2026-02-30']) {
      const answer = await get(`/api/ledger/roots/${day}`);
      expect([answer.statusCode, answer.json().code]).toEqual([404, 'root-not-published']);
    }
    expect((await get('/api/ledger/roots?before=2026-02-30')).statusCode).toBe(400);
    const own = await get(`/api/cases/${permit}/receipt`, 'owner');
    expect(own.json().inclusion).toMatchObject({ day: '2026-11-23', root: root?.root });
    expect(verifyReceipt(own.json(), sha256)).toEqual({ ok: true, isAnchored: true });
  });
});
