import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkPack, loadPack } from './index.ts';

const packs = join(import.meta.dirname, '../../../../packs');
let folder: string;
let overlay: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'packs-'));
  overlay = join(folder, 'exchange');
  await cp(join(packs, 'demo-county'), join(folder, 'county'), { recursive: true });
  await cp(join(packs, 'exchange'), overlay, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

async function edit(from: string, to: string): Promise<number> {
  const path = join(overlay, 'upload.json');
  const text = await readFile(path, 'utf8');
  if (!text.includes(from)) throw new Error(`upload.json has no ${from}`);
  await writeFile(path, text.replace(from, to));
  return text.slice(0, text.indexOf(from)).split('\n').length;
}

describe('the shape of the upload', () => {
  test('of the national tables has no problem and is part of the county', async () => {
    const pack = await loadPack(join(folder, 'county'), { overlays: [overlay] });
    expect(pack.uploadShape?.tables.map(({ name }) => name)).toEqual([
      'up_pro_accept',
      'up_pro_process',
      'up_pro_special_procedure',
      'up_pro_material',
      'up_pro_result',
      'up_lic_data',
      'up_supervision',
    ]);
  });

  test.each([
    ['an event of letters', '"CaseReceived",', '"LetterPublished",', 'value-not-allowed'],
    ['a type that is none', '"type": "an..50"', '"type": "text"', 'text-not-in-form'],
    [
      'a fact that is none',
      '"value": "case.number"',
      '"value": "letter.body"',
      'condition-names-unknown-field',
    ],
    [
      'an expression that loops',
      '"value": "case.number"',
      '"value": "for i in 1..9 return i"',
      'condition-does-not-parse',
    ],
    [
      'a fact of another table',
      '"value": "case.number"',
      '"value": "material.name"',
      'condition-names-unknown-field',
    ],
    ['a code list that is none', '"list": "handling"', '"list": "handing"', 'unknown-code-list'],
    ['a code that is not in its list', '"committed": "2"', '"committed": "3"', 'value-not-allowed'],
    ['two columns of one name', '"name": "task_code"', '"name": "project_no"', 'id-used-twice'],
  ])('%s is found, with its line', async (_, from, to, code) => {
    const line = await edit(from, to);
    const problems = await checkPack(overlay);
    expect(problems).toMatchObject([{ file: 'upload.json', code, line }]);
  });
});
