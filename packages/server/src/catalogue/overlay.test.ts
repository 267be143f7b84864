import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { roleAddress } from '@yichuang/kernel/case';
import { stepsOf } from '@yichuang/kernel/flow';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkPack, loadPack, PackError } from './index.ts';

const packs = join(import.meta.dirname, '../../../../packs');
const demo = join(packs, 'demo-county');
const office = join(packs, 'office-basics');

describe('the everyday approvals', () => {
  test('have no problem on the posts of the demo county', async () => {
    expect(await checkPack(office)).toEqual([]);
  });

  test.each(['inquiry', 'petition', 'supervision'])('nor has the pack %s', async (id) => {
    expect(await checkPack(join(packs, id))).toEqual([]);
  });

  test('are loaded beside the county’s own items, and belong to the county', async () => {
    const pack = await loadPack(demo, { overlays: [office] });
    const internal = pack.items.filter((item) => item.lifecycle === 'internal');
    expect(internal).toHaveLength(7);
    expect(new Set(internal.map((item) => item.orgId))).toEqual(new Set(['yunxi']));
    expect(pack.overlays.map(({ id }) => id)).toEqual(['office-basics']);
    expect((await loadPack(demo)).items.length).toBe(pack.items.length - 7);
  });

  test('name only roles that the housing bureau has, in its own posts or above them', async () => {
    const pack = await loadPack(demo, { overlays: [office] });
    const roles = pack.items
      .filter((item) => item.lifecycle === 'internal')
      .flatMap(({ flow }) => (flow === undefined ? [] : stepsOf(flow)))
      .flatMap((step) => step.posts)
      .flatMap((post) => roleAddress(post)?.role ?? []);
    const held = pack.posts
      .filter(({ orgId }) => 'yunxi/zjj/sgk'.startsWith(orgId))
      .flatMap(({ role }) => role ?? []);
    for (const role of new Set(roles)) expect(held, role).toContain(role);
  });
});

describe('what is wrong with a pack that needs another is said', () => {
  let folder: string;
  let overlay: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'packs-'));
    overlay = join(folder, 'office');
    await cp(demo, join(folder, 'county'), { recursive: true });
    await cp(office, overlay, { recursive: true });
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function edit(file: string, from: string, to: string): Promise<void> {
    const path = join(overlay, file);
    const text = await readFile(path, 'utf8');
    if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
    await writeFile(path, text.replace(from, to));
  }
  async function addTemplates(manifest: object | undefined, files: readonly string[]) {
    const templates = join(overlay, 'templates');
    await mkdir(templates);
    for (const id of files) await writeFile(join(templates, `${id}.typ`), '');
    if (manifest === undefined) return;
    await writeFile(join(templates, 'manifest.json'), JSON.stringify(manifest, undefined, 2));
  }
  const codes = async (): Promise<string[]> => (await checkPack(overlay)).map(({ code }) => code);

  test.each([
    [
      'the pack that it needs is not there',
      'pack.json',
      '"demo-county"',
      '"elsewhere"',
      ['base-pack-missing'],
    ],
    [
      'a second pack is not there',
      'pack.json',
      '"demo-county"',
      '"demo-county", "elsewhere"',
      ['unknown-pack'],
    ],
    [
      'a role that no post has',
      'items/leave.json',
      '"@deputy"]',
      '"@boss"]',
      ['flow-unknown-post'],
    ],
    [
      'a unit that the form does not name',
      'items/leave.json',
      '"@head"]',
      '"@head:reason"]',
      ['flow-unknown-post'],
    ],
    [
      'a limit of law',
      'items/leave.json',
      '"isOnline": true,',
      '"isOnline": true, "committedLimit": { "ruleId": "XK-CN", "amount": 3 },',
      ['internal-with-licensing'],
    ],
    [
      'a list that shows what is not asked',
      'items/leave.json',
      '"title": ["days"]',
      '"title": ["x"]',
      ['unknown-form-field'],
    ],
    [
      'a list that shows a secret',
      'items/leave.json',
      '"maxLength": 200,',
      '"maxLength": 200, "x-sensitive": true,',
      ['digest-sensitive'],
    ],
    [
      'a list that shows what a step hides',
      'items/leave.json',
      '"posts": ["@head"],',
      '"posts": ["@head"], "form": { "hide": ["reason"] },',
      ['digest-sensitive'],
    ],
    [
      'a sum of nothing',
      'items/expense.json',
      '"fare", "hotel"',
      '"fares", "hotel"',
      ['unknown-form-field', 'field-in-no-section'],
    ],
    [
      'a code that is taken',
      'items/trip.json',
      '"office-trip"',
      '"office-leave"',
      ['id-used-twice'],
    ],
    [
      'a misspelt field',
      'items/trip.json',
      '"lifecycle": "internal"',
      '"lifecycle": "inside"',
      ['value-not-allowed'],
    ],
  ])('%s', async (_why, file, from, to, problems) => {
    await edit(file, from, to);
    expect(await codes()).toEqual(problems);
  });

  test('a document of its own may be named, and of the pack beneath too', async () => {
    await addTemplates({ templates: [{ id: 'office-notice' }] }, ['office-notice']);
    const item = join('items', 'ggcs-wsxk.json');
    await cp(join(demo, item), join(overlay, item));
    await edit(item, '"version": 1', '"version": 2');
    expect(await codes()).toEqual([]);
    await edit(item, 'material-receipt', 'office-notice');
    expect(await codes()).toEqual([]);
    const { overlayTemplates } = await loadPack(join(folder, 'county'), { overlays: [overlay] });
    expect(overlayTemplates).toEqual([join(overlay, 'templates')]);
    await edit(item, 'office-notice', 'no-such-notice');
    expect(await codes()).toEqual(['unknown-template']);
  });

  test('a document that is there already, twice, or without its file', async () => {
    const ids = ['licence-granted', 'a', 'a', 'b'].map((id) => ({ id }));
    await addTemplates({ templates: ids }, ['licence-granted', 'a']);
    const found = await checkPack(overlay);
    expect(found.map(({ file, line, element, code }) => [file, line, element, code])).toEqual([
      ['templates/manifest.json', 4, '/templates/0/id', 'id-used-twice'],
      ['templates/manifest.json', 10, '/templates/2/id', 'id-used-twice'],
      ['templates/manifest.json', 13, '/templates/3/id', 'file-missing'],
    ]);
  });

  test('a folder of documents without its list, or with a broken one', async () => {
    await addTemplates(undefined, ['a']);
    expect(await codes()).toEqual(['file-missing']);
    await writeFile(join(overlay, 'templates', 'manifest.json'), '{ "templates": [');
    expect(await codes()).toEqual(['not-json']);
  });

  test('a document that another overlay brings as well', async () => {
    await addTemplates({ templates: [{ id: 'a' }] }, ['a']);
    const other = join(folder, 'other');
    await cp(overlay, other, { recursive: true });
    const pack = await readFile(join(other, 'pack.json'), 'utf8');
    await writeFile(join(other, 'pack.json'), pack.replace('"office-basics"', '"other"'));
    const loading = loadPack(join(folder, 'county'), { overlays: [overlay, other] });
    await expect(loading).rejects.toThrow(/templates\/manifest\.json:4 .*“a”/u);
  });

  test('a pack beneath that is broken is mended first', async () => {
    await writeFile(join(folder, 'county', 'posts.json'), '[');
    expect(await codes()).toEqual(['base-pack-broken']);
  });

  test('and keeps the start from beginning', async () => {
    await edit('items/leave.json', '"@deputy"]', '"@boss"]');
    const loading = loadPack(demo, { overlays: [overlay] });
    await expect(loading).rejects.toBeInstanceOf(PackError);
  });
});
