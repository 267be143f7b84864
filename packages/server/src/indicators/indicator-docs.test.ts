import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadStatutes } from '../statutes/index.ts';

const page = join(import.meta.dirname, '../../../../docs/indicators.md');

it('every indicator stands in the docs with its formula, and no other does', async () => {
  const [text, { indicators }] = await Promise.all([readFile(page, 'utf8'), loadStatutes()]);
  const written = [...text.matchAll(/^\| `([a-z0-9-]+)` +\| (.*?) +\| \w+ +\| (.*?) +\| `/gmu)];
  expect(written.map(([, id, name, formula]) => ({ id, name, formula }))).toEqual(
    indicators.map(({ id, name, nameEn, formula }) => ({ id, name: `${name} ${nameEn}`, formula })),
  );
});

it('every formula divides by words, in both languages', async () => {
  const { indicators } = await loadStatutes();
  for (const { id, formula, formulaEn, kind } of indicators) {
    if (kind !== 'share' && kind !== 'mean') continue;
    expect(formula, id).toContain('÷');
    expect(formulaEn, id).toContain('÷');
  }
});
