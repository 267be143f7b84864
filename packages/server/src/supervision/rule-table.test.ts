import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { loadPack, type Pack } from '../catalogue/index.ts';
import { ruleTable } from './rule-table.ts';

const root = join(import.meta.dirname, '../../../..');
let pack: Pack;
beforeAll(async () => {
  const overlays = [join(root, 'packs/supervision')];
  pack = await loadPack(join(root, 'packs/demo-county'), { overlays });
});

const plain = (line: string): string => line.replaceAll(/ +/g, ' ').replaceAll(/-{3,}/g, '---');

test('docs/supervision.md shows the rules of the pack, each as it is', async () => {
  const text = await readFile(join(root, 'docs/supervision.md'), 'utf8');
  const shown = text.split('\n').filter((line) => /^\| (`JC-|id |-{3})/.test(line));
  const [, , ...rows] = ruleTable(pack.supervision.rules);
  expect(shown.map(plain).filter((line) => line.startsWith('| `JC-'))).toEqual(rows.map(plain));
});
