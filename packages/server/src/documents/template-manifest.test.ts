import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTemplateManifest } from './template-manifest.ts';
import { TEMPLATES_DIR } from './testing-documents.ts';

function folderWith(manifest: unknown): string {
  const folder = mkdtempSync(join(tmpdir(), 'yichuang-manifest-'));
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return folder;
}

function reading(manifest: unknown): Promise<unknown> {
  return readTemplateManifest(folderWith(manifest));
}

describe('a manifest', () => {
  it('of the demo pack lists the documents of a licensing case', async () => {
    const { templates } = await readTemplateManifest(TEMPLATES_DIR);
    expect(templates.map((one) => one.name)).toEqual(
      expect.arrayContaining(['受理通知书', '补正材料通知书', '不予行政许可决定书', '送达回证']),
    );
    expect(new Set(templates.map((one) => one.id)).size).toBe(templates.length);
  });

  it('of an overlay is added, and what is common to it is so for its own documents', async () => {
    const field = (name: string): object => ({ name, label: name, type: 'text', required: true });
    const entry = (id: string): object => ({
      id,
      name: id,
      nameEn: id,
      sealed: true,
      legalBasis: '法',
      fields: [field('own')],
    });
    const base = folderWith({ common: [field('everywhere')], templates: [entry('a')] });
    const overlay = folderWith({ common: [field('here')], templates: [entry('b')] });
    const { common, templates } = await readTemplateManifest(base, [overlay]);
    expect(common.map(({ name }) => name)).toEqual(['everywhere']);
    expect(
      templates.map(({ id, folder, fields }) => [id, folder, fields.map(({ name }) => name)]),
    ).toEqual([
      ['a', base, ['own']],
      ['b', overlay, ['here', 'own']],
    ]);
    const again = folderWith({ common: [], templates: [entry('a')] });
    await expect(readTemplateManifest(base, [overlay, again])).rejects.toThrow(
      `${again}: the id a is used in another pack`,
    );
  });

  it('is refused with the name of the element that is wrong', async () => {
    const entry = { id: 'a', name: '甲', nameEn: 'A', sealed: true, legalBasis: '法', fields: [] };
    const field = { name: 'x', label: '某', type: 'text', required: true };
    await expect(reading([])).rejects.toThrow(/not an object/);
    await expect(reading({ common: [], templates: [{ ...entry, sealed: 1 }] })).rejects.toThrow(
      /templates\[0\]\.sealed/,
    );
    await expect(
      reading({ common: [{ ...field, type: 'number' }], templates: [] }),
    ).rejects.toThrow(/common\[0\]\.type: not one of text, date/);
    await expect(reading({ common: [{ ...field, type: 'list' }], templates: [] })).rejects.toThrow(
      /groups and lists have fields/,
    );
  });
});
