import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addMs, instant } from '@yichuang/kernel/time';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Unavailable } from '../platform/operating-error.ts';
import { createTestDatabase, type TestDatabase } from '../platform/db/test-database.ts';
import { appendJournal, publishRoots, readHeads, stampHeads } from './index.ts';
import { readStamp } from './ledger-stamps.pg.ts';
import { openTestingAuthority, type Manner, type TestingAuthority } from './testing-authority.ts';

const tenantId = 'yunxi';
const actor = { kind: 'staff', personId: 'p1', name: '江慎' } as const;
const DAY_MS = 86_400_000;

let database: TestDatabase;
let authority: TestingAuthority;
let now = instant('2026-11-20T01:00:00.000Z');
const clock = { now: () => now };
beforeAll(async () => {
  [database, authority] = await Promise.all([createTestDatabase(), openTestingAuthority()]);
});
afterAll(async () => {
  await Promise.all([authority[Symbol.asyncDispose](), database.drop()]);
});

/** Something happens, and the day is closed. */
async function closeDays(count: number): Promise<void> {
  const { db } = database;
  for (let i = 0; i < count; i += 1) {
    await appendJournal(db, tenantId, 'reviews', [{ type: 'Written', actor, data: {}, at: now }]);
    now = addMs(now, DAY_MS);
    await publishRoots({ tenantId, db, clock });
  }
}

const stamp = (of: { answerMs?: number } = {}) =>
  stampHeads({ tenantId, db: database.db, clock }, { authority: authority.url, ...of });

const stampedSizes = async (): Promise<number[]> =>
  (await readHeads(database.db, tenantId, { limit: 99 }))
    .filter(({ stamps }) => stamps.length > 0)
    .map(({ size }) => size)
    .toReversed();

describe('a head stamped by an outside authority', () => {
  test('a new authority stamps the newest head only: it holds all days before', async () => {
    expect(await stamp()).toBe(0);
    await closeDays(3);
    expect(await stamp()).toBe(1);
    expect(await stampedSizes()).toEqual([3]);
    const [head] = await readHeads(database.db, tenantId, { limit: 1 });
    const stamps = [{ authority: authority.url, stampedAt: '2026-11-24T16:26:03.000Z' }];
    expect(head).toMatchObject({ size: 3, stamps });
  });

  test('what is stamped is not asked for again', async () => {
    const before = authority.asked();
    expect(await stamp()).toBe(0);
    expect(authority.asked()).toBe(before);
  });

  const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
  test.skipIf(!hasOpenssl)('a tool that is not ours reads the token (openssl)', async () => {
    const token = await readStamp(database.db, tenantId, 3);
    if (token === undefined) throw new Error('nothing is stamped');
    const folder = mkdtempSync(join(tmpdir(), 'yichuang-stamp-'));
    try {
      writeFileSync(join(folder, 'token.der'), token);
      const shown = execFileSync(
        'openssl',
        ['ts', '-reply', '-token_in', '-in', 'token.der', '-text'],
        {
          cwd: folder,
          encoding: 'utf8',
        },
      );
      expect(shown).toContain('Time stamp: Nov 24 16:26:03 2026 GMT');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test.each<[Manner, RegExp]>([
    ['other bytes', /for other bytes/u],
    ['another request', /another request/u],
    ['a broken signature', /signature .* not sound/u],
    ['a certificate for web servers', /not for time stamping/u],
    ['a refusal', /refused with status 2/u],
    ['nonsense', /no answer by RFC 3161/u],
  ])('an answer with %s is no stamp, and nothing is kept', async (manner, problem) => {
    if ((await readHeads(database.db, tenantId, { limit: 1 }))[0]?.size === 3) await closeDays(2);
    authority.manner = manner;
    await expect(stamp()).rejects.toThrow(problem);
    expect(await stampedSizes()).toEqual([3]);
  });

  test.each<Manner>(['an error page', 'a redirect', 'nothing at all', 'no end'])(
    'an authority that answers with %s is asked again later',
    async (manner) => {
      authority.manner = manner;
      await expect(stamp({ answerMs: 300 })).rejects.toBeInstanceOf(Unavailable);
      expect(await stampedSizes()).toEqual([3]);
    },
  );

  test('when it answers again, each head that was missed is stamped, oldest first', async () => {
    authority.manner = 'well';
    expect(await stamp()).toBe(2);
    expect(await stampedSizes()).toEqual([3, 4, 5]);
  });
});
