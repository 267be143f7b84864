import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkPack, loadPack } from '../catalogue/index.ts';
import { readCountyTables, writeCountyTables, type CountyTables } from './county-tables.ts';
import { newCounty } from './new-county.ts';

const root = join(import.meta.dirname, '../../../..');
const pack = (name: string) => join(root, 'packs', name);
const names = {
  id: 'meihe',
  name: '梅河县',
  nameEn: 'Meihe County',
  regionCode: '220599',
  series: '梅',
};

let folder: string;
let county: string;
let tables: CountyTables;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yichuang-county-'));
  county = join(folder, 'meihe');
  tables = { organisations: join(folder, 'o.csv'), posts: join(folder, 'p.csv') };
  const packs = { base: pack('demo-county'), overlays: [pack('reviews')] };
  await newCounty(county, packs, names);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const organisations = () => readFile(join(county, 'county/organisations.json'), 'utf8');

describe('a county of one’s own', { timeout: 60_000 }, () => {
  it('stands by itself: its packs are sound, its codes its own, nobody is in it', async () => {
    for (const name of ['county', 'reviews']) {
      expect(await checkPack(join(county, name)), name).toEqual([]);
    }
    const loaded = await loadPack(join(county, 'county'));
    expect(loaded).toMatchObject({
      id: 'meihe-county',
      isFictional: false,
      tenant: { id: 'meihe', name: '梅河县', regionCode: '220599' },
      people: { staff: [], residents: [] },
    });
    expect(loaded.catalogueFile).toBeUndefined();
    const permit = loaded.items.find(({ name }) => name === '建筑工程施工许可');
    expect(permit?.code).toMatch(/^11220599/u);
    expect(permit?.orgId).toBe('meihe/zjj');
    expect(await organisations()).not.toMatch(/云溪|yunxi|999921/u);
  });

  it('is never written over', async () => {
    const packs = { base: pack('demo-county'), overlays: [] };
    await expect(newCounty(county, packs, names)).rejects.toThrow('EEXIST');
  });

  it('goes out into tables and comes back the same', async () => {
    const before = await loadPack(join(county, 'county'));
    await writeCountyTables(county, tables);
    expect(await readCountyTables(county, tables)).toEqual([]);
    const after = await loadPack(join(county, 'county'));
    expect(after.organisations).toEqual(before.organisations);
    expect(after.posts).toEqual(before.posts);
  });

  it('takes a credit code from the table into every item that is numbered by it', async () => {
    const text = await readFile(tables.organisations, 'utf8');
    const code = '11220599YYYY00039H';
    const real = '11220599013645131U';
    await writeFile(tables.organisations, text.replace(code, real));
    expect(await readCountyTables(county, tables)).toEqual([]);
    const { items } = await loadPack(join(county, 'county'));
    expect(items.find(({ name }) => name === '建筑工程施工许可')?.code).toContain(real);
  });

  it.each([
    ['two codes that change places', 2],
    ['codes that each go on to the next', 3],
  ])('keeps each item with its own organisation: %s', async (_what, many) => {
    const { organisations: orgs, items } = await loadPack(join(county, 'county'));
    const numbered = orgs.filter(({ id, creditCode = '?' }) =>
      items.some(({ orgId, code }) => orgId === id && code.includes(creditCode)),
    );
    const codes = numbered.slice(0, many).map(({ creditCode }) => creditCode ?? '');
    expect(new Set(codes).size).toBe(many);
    const next = new Map(codes.map((code, i) => [code, codes[(i + 1) % many] ?? '']));
    await writeCountyTables(county, tables);
    const text = await readFile(tables.organisations, 'utf8');
    const moved = text.replaceAll(/\b[0-9A-Z]{18}\b/gu, (code) => next.get(code) ?? code);
    await writeFile(tables.organisations, moved);
    expect(await readCountyTables(county, tables)).toEqual([]);
    const after = await loadPack(join(county, 'county'));
    const codeOf = new Map(after.organisations.map(({ id, creditCode }) => [id, creditCode]));
    for (const [i, { id }] of numbered.slice(0, many).entries()) {
      expect(codeOf.get(id)).toBe(codes[(i + 1) % many]);
      const own = items.filter(({ orgId, code }) => orgId === id && code.includes(codes[i] ?? ''));
      for (const { name } of own) {
        const now = after.items.find((item) => item.name === name && item.orgId === id);
        expect(now?.code, name).toContain(codes[(i + 1) % many]);
      }
    }
  });

  it('is left as it was by a table with an error, which is told with its row', async () => {
    const before = await organisations();
    const text = await readFile(tables.organisations, 'utf8');
    const rows = text.trimEnd().split('\r\n');
    await writeFile(tables.organisations, `${text}meihe/new,meihe,新单位,,不知道,,\r\n`);
    const problems = await readCountyTables(county, tables);
    expect(problems.map(({ row, problem }) => [row, problem.code])).toEqual([
      [rows.length + 1, 'value-not-allowed'],
    ]);
    expect(await organisations()).toBe(before);
  });
});
