import { describe, expect, it } from 'vitest';
import { checkTemplateData } from './check-template-data.ts';
import type { TemplateField, TemplateManifest } from './template-manifest.ts';

function manifestWith(...fields: TemplateField[]): TemplateManifest {
  const entry = {
    id: 'letter',
    folder: '/templates',
    name: '函',
    nameEn: 'X',
    sealed: false,
    legalBasis: '—',
    fields,
  };
  return { common: [], templates: [entry] };
}

function codesFor(type: TemplateField['type'], value: unknown): string[] {
  const manifest = manifestWith({ name: 'it', label: '它', type, required: true });
  return checkTemplateData(manifest, 'letter', { it: value }).map((one) => one.code);
}

describe('data of a template', () => {
  it('keeps to the types of its fields', () => {
    const right: readonly (readonly [TemplateField['type'], unknown])[] = [
      ['text', '云溪县'],
      ['date', '2024-02-29'],
      ['date-time', '2026-11-22T23:59'],
      ['integer', 0],
      ['money-fen', 120000],
      ['boolean', false],
      ['url', 'https://example.org/check/1'],
      ['texts', ['一']],
    ];
    for (const [type, value] of right) expect(codesFor(type, value), type).toEqual([]);
    const wrong: readonly (readonly [TemplateField['type'], unknown])[] = [
      ['text', 1],
      ['date', '2026-02-29'],
      ['date', '2026-2-9'],
      ['date', '22/11/2026'],
      ['date-time', '2026-11-22T24:00'],
      ['date-time', '2026-11-22'],
      ['integer', 1.5],
      ['money-fen', -1],
      ['boolean', 'true'],
      ['url', 'javascript:alert(1)'],
      ['url', 'https://'],
      ['texts', ['一', '']],
      ['group', []],
      ['list', {}],
    ];
    for (const [type, value] of wrong) expect(codesFor(type, value), type).toEqual(['wrong-type']);
  });

  it('has no blanks where something must stand', () => {
    expect(codesFor('text', '　 ')).toEqual(['empty']);
    expect(codesFor('texts', [])).toEqual(['empty']);
    expect(codesFor('list', [])).toEqual(['empty']);
    expect(codesFor('text', undefined)).toEqual(['missing']);
  });

  it('is checked to its depth, and each problem says where', () => {
    const name: TemplateField = { name: 'name', label: '名称', type: 'text', required: true };
    const manifest = manifestWith({
      name: 'materials',
      label: '材料',
      type: 'list',
      required: true,
      fields: [name],
    });
    const data = { materials: [{ name: '申请表' }, {}, 'x', { name: '图', nam: '' }] };
    expect(
      checkTemplateData(manifest, 'letter', data).map((one) => `${one.path} ${one.code}`),
    ).toEqual([
      'materials[1].name missing',
      'materials[2] wrong-type',
      'materials[3].nam unknown-field',
    ]);
  });

  it('keeps to the texts that a field allows', () => {
    const kind: TemplateField = {
      name: 'kind',
      label: '种类',
      type: 'text',
      required: true,
      oneOf: ['person', 'organisation'],
    };
    const [problem] = checkTemplateData(manifestWith(kind), 'letter', { kind: 'ghost' });
    expect(problem?.message).toBe('expected one of person, organisation');
  });
});
