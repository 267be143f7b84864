// docs/letters.md against the tree: every file and every test that it names exists.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasTitle, linkedFiles, namedTests, usedNames } from './named-tests.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const text = read('docs/letters.md');
const files = linkedFiles(text.split('\n'));

describe('the document of letters', () => {
  it('names files that exist, each of them used', () => {
    const used = usedNames(text);
    expect(used.filter((name) => !files.has(name))).toEqual([]);
    expect([...files].filter(([, path]) => !existsSync(join(root, path)))).toEqual([]);
    expect([...files.keys()].filter((name) => !used.includes(name))).toEqual([]);
  });

  it('names tests that exist', () => {
    const named = namedTests(text);
    expect(named.length).toBeGreaterThan(30);
    const absent = named.filter(({ title, file }) => !hasTitle(read(files.get(file) ?? ''), title));
    expect(absent).toEqual([]);
  });
});
