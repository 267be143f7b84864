import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { toHex } from '@yichuang/kernel/ledger';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleContext } from '../examples/pages.examples.ts';
import { bundleModules } from './bundle-modules.ts';
import { checkerScript, savedChecker } from './saved-checker.ts';

describe('the checker as one file', () => {
  const page = savedChecker(
    exampleContext(),
    '{"note":"</textarea><script>alert(1)</script>"}',
  ).text;

  it('loads nothing: no address of a script, style, picture or font is in it', () => {
    expect(page).not.toMatch(/\s(?:src|href)=|@import|url\(|https?:\/\/(?!www\.w3)/);
    expect(page.match(/<script>/g)).toHaveLength(1);
  });

  it('may run its own script and nothing else, by the browser’s own rule', () => {
    const hash = createHash('sha256').update(checkerScript).digest('base64');
    const policy = /content-security-policy" content="([^"]+)"/.exec(page)?.[1] ?? '';
    expect(policy).toContain('default-src &#39;none&#39;');
    expect(policy).toContain(hash);
    expect(policy).not.toContain('unsafe');
  });

  it('holds a receipt as text, whatever stands in it', () => {
    expect(page).toContain('&#60;/textarea&#62;&#60;script&#62;');
  });

  it('speaks the reader’s language', () => {
    expect(savedChecker(exampleContext({ locale: 'en' })).text).toContain('<html lang="en"');
    expect(page).toContain('断网');
  });
});

describe('the bundle', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'yichuang-bundle-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const bundleOf = (files: Readonly<Record<string, string>>) => {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return bundleModules(join(folder, 'entry.ts'));
  };

  it('runs as its modules would, each in its own scope, types left out', () => {
    const script = bundleOf({
      'one.ts': `const own = 1;\nexport const one: number = own;\nexport interface Gone {}\n`,
      'two.ts': `import { one } from './one.ts';\nconst own = 2;\nexport { one } from './one.ts';
export function two(): number {\n  return one + own;\n}\n`,
      'entry.ts': `import type { Gone } from './one.ts';\nimport { one, two } from './two.ts';
told(one, two() satisfies number, {} as Gone);\n`,
    });
    const said: unknown[] = [];
    runInNewContext(script, { told: (...values: unknown[]) => said.push(...values.slice(0, 2)) });
    expect(said).toEqual([1, 3]);
  });

  it.each([
    ['a default export', { 'entry.ts': 'export default 1;\n' }],
    ['all of a module', { 'one.ts': '', 'entry.ts': `import * as one from './one.ts';\n` }],
    ['another name', { 'one.ts': '', 'entry.ts': `import { a as b } from './one.ts';\n` }],
    ['itself', { 'entry.ts': `import { a } from './entry.ts';\nexport const b = 1;\n` }],
  ])('refuses what it does not understand: %s', (_, files) => {
    expect(() => bundleOf(files)).toThrow(/cannot be bundled|needs itself/);
  });

  it('does not disturb the warnings of the program', () => {
    const warningOf = () =>
      Object.getOwnPropertyDescriptor(process, 'emitWarning')?.value as unknown;
    const before = warningOf();
    bundleOf({ 'entry.ts': 'export const a: number = 1;\n' });
    expect(warningOf()).toBe(before);
  });
});

describe('SHA-256 for browsers that keep theirs to themselves', () => {
  it('is equal to Node’s, over every length of a block', async () => {
    const address = new URL('../../assets/sha256.js', import.meta.url).href;
    const { sha256 } = (await import(address)) as { sha256(bytes: Uint8Array): Uint8Array };
    for (let length = 0; length < 200; length += 1) {
      const bytes = Uint8Array.from({ length }, (_, i) => (i * 7 + length) % 256);
      const expected = createHash('sha256').update(bytes).digest();
      expect(toHex(sha256(bytes))).toBe(toHex(new Uint8Array(expected)));
    }
  });
});
