import type {
  LedgerConsistency,
  LedgerEventProof,
  LedgerHead,
  LedgerReceiptView,
  LedgerRootInclusion,
} from '@yichuang/contracts';
import {
  hashHex,
  logLeaf,
  verifyHeads,
  verifyInclusion,
  verifyReceipt,
} from '@yichuang/kernel/ledger';
import { instant } from '@yichuang/kernel/time';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sha256 } from '../cases/index.ts';
import { certificateRefusals, registerCertificateRoutes } from '../certificates/index.ts';
import {
  constructionForm,
  openTestCounty,
  walkToPermit,
  type TestCounty,
} from '../issuing/testing-county.ts';
import { buildApp, platformRefusals, type App, type Session } from '../platform/http/index.ts';
import { createRateLimiter } from '../platform/rate-limit/index.ts';
import { mergeRefusals } from '../platform/refusal.ts';
import {
  appendJournal,
  createDayTrees,
  ledgerRefusals,
  publishRoots,
  registerLedgerRoutes,
  registerPublicLedgerRoutes,
} from './index.ts';
import { insertStamp } from './ledger-stamps.pg.ts';

let county: TestCounty;
let app: App;
let permit: string;
beforeAll(async () => {
  county = await openTestCounty();
  permit = await walkToPermit(county);
  const { tenantId, db, clock } = county.deps;
  const session = (personId: string, kind: Session['kind'] = 'resident'): Session => ({
    id: personId,
    tenantId,
    kind,
    personId,
    posts: [],
    mustChangePassword: false,
  });
  const sessions: Readonly<Record<string, Session>> = {
    owner: session('00000000-0000-4000-8000-000000000000'),
    stranger: session('00000000-0000-4000-8000-000000000002'),
    reader: session('00000000-0000-4000-8000-000000001000', 'staff'),
    outsider: session('00000000-0000-4000-8000-000000001001', 'staff'),
  };
  app = await buildApp({
    config: { publicUrl: 'http://county.test', trustProxy: false, logLevel: 'silent' },
    guard: {
      findSession: async (token) => sessions[token],
      permits: ({ id }) => id === sessions['reader']?.id,
    },
    refusals: mergeRefusals(platformRefusals, certificateRefusals, ledgerRefusals),
    readiness: {},
  });
  const ledger = { ...county.deps, trees: createDayTrees(db, tenantId) };
  registerPublicLedgerRoutes(app, ledger);
  registerLedgerRoutes(app, {
    ...ledger,
    desk: {
      // Who may read is the desk's own business and its own tests'.
      readable: async ({ id }, caseId) =>
        id === sessions['reader']?.id ? county.deps.store.find(caseId) : undefined,
    },
  });
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

describe('the log of days over HTTP', () => {
  test('each day has a head, and anyone can see that the newer begins with the older', async () => {
    for (const day of ['2026-11-24', '2026-11-25', '2026-11-26']) {
      county.setClock(`${day}T02:00:00.000Z`);
      await county.file('建筑工程施工许可', constructionForm);
    }
    county.setClock('2026-11-27T01:00:00.000Z');
    await publishRoots(county.deps);
    const { heads } = (await get('/api/ledger/heads')).json<{ heads: LedgerHead[] }>();
    expect(heads.map(({ size, day }) => [size, day])).toEqual([
      [4, '2026-11-26'],
      [3, '2026-11-25'],
      [2, '2026-11-24'],
      [1, '2026-11-23'],
    ]);
    expect((await get('/api/ledger/heads?before=2')).json()).toEqual({ heads: [heads[3]] });
    expect((await get('/api/ledger/heads/3')).json()).toEqual(heads[1]);
    for (let from = 1; from <= 4; from += 1) {
      for (let to = from; to <= 4; to += 1) {
        const answer = await get(`/api/ledger/consistency?from=${from}&to=${to}`);
        const kept = heads.filter(({ size }) => size === from || size === to);
        expect(verifyHeads(answer.json(), sha256, kept)).toEqual({ ok: true });
      }
    }
    const toNewest = (await get('/api/ledger/consistency?from=2')).json<LedgerConsistency>();
    expect(toNewest.second.size).toBe(4);
  });

  test('a head that is not there is said, and sizes are whole numbers from 1', async () => {
    for (const url of ['heads/5', 'consistency?from=5', 'consistency?from=3&to=2']) {
      const answer = await get(`/api/ledger/${url}`);
      expect([answer.statusCode, answer.json().code]).toEqual([404, 'head-not-published']);
    }
    for (const url of ['heads/0', 'consistency?from=x', 'consistency', 'heads?before=1.5']) {
      expect((await get(`/api/ledger/${url}`)).statusCode).toBe(400);
    }
  });

  test('who stamped a head is said with it, and the token can be had', async () => {
    const none = await get('/api/ledger/heads/2/stamp');
    expect([none.statusCode, none.json().code]).toEqual([404, 'head-not-stamped']);
    const authority = 'https://tsa.example/tsr';
    const stampedAt = instant('2026-11-25T00:30:00.120Z');
    const token = Buffer.from('304402', 'hex');
    const receivedAt = county.now();
    const stamp = { size: 2, authority, token, stampedAt, receivedAt };
    await insertStamp(county.deps.db, county.deps.tenantId, stamp);
    const answer = await get('/api/ledger/heads/2/stamp');
    expect(answer.rawPayload).toEqual(token);
    const head = (await get('/api/ledger/heads/2')).json<LedgerHead>();
    expect(head.stamps).toEqual([{ authority, stampedAt }]);
  });

  test('a day’s root stands in the log of any head from its day on', async () => {
    for (const size of [2, 3, 4]) {
      const answer = await get(`/api/ledger/roots/2026-11-24/inclusion?size=${size}`);
      const { root, index, proof, head } = answer.json<LedgerRootInclusion>();
      const path = proof.map((hash) => Buffer.from(hash, 'hex'));
      const top = Buffer.from(head.root, 'hex');
      expect(verifyInclusion(logLeaf(root), index, size, path, top, sha256)).toBe(true);
    }
    for (const url of ['2026-11-24/inclusion?size=1', '2026-11-29/inclusion', 'x/inclusion']) {
      expect((await get(`/api/ledger/roots/${url}`)).statusCode).toBeGreaterThanOrEqual(400);
    }
  });

  test('a receipt leads to the newest head, whatever its day', async () => {
    const receipt = (await get(`/api/cases/${permit}/receipt`, 'owner')).json<LedgerReceiptView>();
    const newest = (await get('/api/ledger/heads/4')).json<LedgerHead>();
    const heads = { 4: newest.root };
    expect(verifyReceipt(receipt, sha256, { heads })).toMatchObject({ published: 'head' });
  });

  test('or to the head that one has, when that is of its day or later', async () => {
    for (const size of [1, 3]) {
      const url = `/api/cases/${permit}/receipt?head=${size}`;
      const receipt = (await get(url, 'owner')).json<LedgerReceiptView>();
      const head = (await get(`/api/ledger/heads/${size}`)).json<LedgerHead>();
      const copied = hashHex(head.root);
      expect(verifyReceipt(receipt, sha256, { copied })).toMatchObject({ published: 'head' });
    }
    const unknown = await get(`/api/cases/${permit}/receipt?head=99`, 'owner');
    expect(unknown.json<LedgerReceiptView>().inclusion?.log?.size).toBe(4);
  });

  test('a party has the proof of any event of the case, without what the event says', async () => {
    const url = `/api/my/cases/${permit}/events/7/proof`;
    const proof = (await get(url, 'owner')).json<LedgerEventProof>();
    expect(Object.keys(proof).toSorted()).toEqual(['hash', 'inclusion', 'prevHash', 'seq']);
    const { hash, inclusion } = proof;
    if (inclusion === undefined) throw new Error('the day is published');
    const path = inclusion.proof.map((each) => Buffer.from(each, 'hex'));
    const { index, size, root } = inclusion;
    const leaf = Buffer.from(hash, 'hex');
    const top = Buffer.from(root, 'hex');
    expect(verifyInclusion(leaf, index, size, path, top, sha256)).toBe(true);
    expect((await get(url, 'stranger')).json().code).toBe('receipt-not-found');
    expect((await get(url.replace('/7/', '/777/'), 'owner')).statusCode).toBe(404);
    expect((await get(url.replace('/7/', '/0/'), 'owner')).statusCode).toBe(400);
  });

  test('supervision has it of any entry of the journal, behind the day’s events', async () => {
    const { db, tenantId } = county.deps;
    const actor = { kind: 'staff', personId: 'p1', name: '江慎' } as const;
    for (const stream of ['review:1', 'supervision:rule']) {
      const entry = (n: number) => ({ type: 'Written', actor, data: { n }, at: county.now() });
      await appendJournal(db, tenantId, stream, [entry(1), entry(2)]);
    }
    await county.file('建筑工程施工许可', constructionForm);
    county.setClock('2026-11-28T01:00:00.000Z');
    await publishRoots(county.deps);
    for (const stream of ['review:1', 'supervision:rule']) {
      for (const seq of [1, 2]) {
        const url = `/api/ledger/journal/${encodeURIComponent(stream)}/${seq}/proof`;
        const { hash, inclusion } = (await get(url, 'reader')).json<LedgerEventProof>();
        if (inclusion === undefined) throw new Error('the day is published');
        const path = inclusion.proof.map((each) => Buffer.from(each, 'hex'));
        const { index, size, root } = inclusion;
        const leaf = Buffer.from(hash, 'hex');
        const top = Buffer.from(root, 'hex');
        expect(verifyInclusion(leaf, index, size, path, top, sha256)).toBe(true);
      }
    }
    const none = await get('/api/ledger/journal/review%3A1/3/proof', 'reader');
    expect([none.statusCode, none.json().code]).toEqual([404, 'receipt-not-found']);
    expect((await get('/api/ledger/journal/x/1/proof', 'outsider')).statusCode).toBe(403);
  });

  test('staff have it of the cases that they may read', async () => {
    const answer = await get(`/api/cases/${permit}/events/7/proof`, 'reader');
    expect(answer.json()).toMatchObject({ seq: 7 });
    const other = await get(`/api/cases/${permit}/events/7/proof`, 'outsider');
    expect([other.statusCode, other.json().code]).toEqual([404, 'receipt-not-found']);
  });
});
