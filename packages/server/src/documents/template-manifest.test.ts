import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTemplateManifest } from './template-manifest.ts';
import { TEMPLATES_DIR } from './testing-documents.ts';

function reading(manifest: unknown): Promise<unknown> {
  const folder = mkdtempSync(join(tmpdir(), 'yichuang-manifest-'));
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return readTemplateManifest(folder);
}

describe('a manifest', () => {
  it('of the demo pack lists the documents of a licensing case', async () => {
    const { templates } = await readTemplateManifest(TEMPLATES_DIR);
    expect(templates.map((one) => one.name)).toEqual(
      expect.arrayContaining(['受理通知书', '补正材料通知书', '不予行政许可决定书', '送达回证']),
    );
    expect(new Set(templates.map((one) => one.id)).size).toBe(templates.length);
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
