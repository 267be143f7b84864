import { randomBytes, X509Certificate } from 'node:crypto';
import { instant } from '@yichuang/kernel/time';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../platform/db/test-database.ts';
import { createSecrets } from '../platform/secrets/index.ts';
import { createOrgSeals } from './org-seals.pg.ts';

const bureau = {
  id: 'yunxi/zjj',
  name: '云溪县住房和城乡建设局',
  creditCode: '11999921YYYY00039H',
};
const secrets = createSecrets([{ id: 'k1', bytes: randomBytes(32) }]);

let database: TestDatabase;
let now = instant('2026-11-23T01:00:00.000Z');
/** Each stands for a process of its own: nothing is shared but the database. */
const newSeals = () =>
  createOrgSeals({
    db: database.db,
    tenantId: 'yunxi',
    clock: { now: () => now },
    secrets,
    authorityName: '云溪县人民政府',
  });

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function certificateOf(seals: ReturnType<typeof newSeals>): Promise<X509Certificate> {
  const [own] = (await seals.signerOf(bureau)).certificateChain;
  return new X509Certificate(own ?? new Uint8Array());
}

describe('seals of organisations', () => {
  test('processes that begin at once agree on one root and one certificate each', async () => {
    const processes = Array.from({ length: 6 }, newSeals);
    const certificates = await Promise.all(processes.map(certificateOf));
    expect(new Set(certificates.map((each) => each.fingerprint256)).size).toBe(1);
    const [certificate] = certificates;
    expect(certificate?.subject).toContain(`O=${bureau.name}`);
    for (const seals of processes) {
      const [root] = await seals.trustAnchors();
      expect(certificate?.verify(new X509Certificate(root ?? new Uint8Array()).publicKey)).toBe(
        true,
      );
    }
  });

  test('no key lies in the database in clear', async () => {
    const rows = await database.db.query<{ key_sealed: string }>('SELECT key_sealed FROM org_seal');
    expect(rows).toHaveLength(2);
    for (const { key_sealed: sealed } of rows) expect(sealed).toMatch(/^k1\./u);
  });

  test('a certificate is renewed before it ends, by the same root', async () => {
    const seals = newSeals();
    const before = await certificateOf(seals);
    now = instant('2031-11-01T01:00:00.000Z');
    const after = await certificateOf(seals);
    expect(after.fingerprint256).not.toBe(before.fingerprint256);
    expect(after.issuer).toBe(before.issuer);
    expect(after.validToDate > before.validToDate).toBe(true);
    expect((await certificateOf(newSeals())).fingerprint256).toBe(after.fingerprint256);
  });
});
