// "Who may import whom" (CONTRIBUTING.md), shown on a tree made here: for each row one import
// that is allowed and one that is not, by the linter and by the graph. A configuration that
// stops catching anything looks exactly like clean code; this is how we would know.

import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { cruiseGraph, unreadSources } from './check-graph.ts';
import { trackedFiles } from './git-files.ts';
import { runProgram } from './run-program.ts';

const home = join(import.meta.dirname, '..');

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

function tree(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'yichuang-rules-'));
  made.push(root);
  cpSync(join(home, '.oxlintrc.json'), join(root, '.oxlintrc.json'));
  writeFileSync(join(root, 'package.json'), '{"type":"module"}');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

/** `path rule` of every finding of oxlint, sorted. */
function lint(files: Readonly<Record<string, string>>): string[] {
  const ran = runProgram('oxlint', ['--format', 'unix'], tree(files));
  const found = ran.stdout.matchAll(/^(?:\.\/)?([^:\n]+):\d+:\d+: .*\[\w+\/(.+)\]$/gm);
  return [...found].map(([, path, rule]) => `${path} ${rule}`).sort();
}

const importing = (from: string) => `import '${from}';\nexport const y = 1;\n`;

// One run of oxlint for all rows: each row's file has a folder of its own below src/.
const rowPath = (path: string, row: number) => path.replace('/src/', `/src/row-${row}/`);

describe('the linter', () => {
  const imports: readonly [path: string, from: string, isAllowed: boolean][] = [
    ['packages/kernel/src/a.ts', 'pg', false],
    ['packages/kernel/src/a.ts', 'node:path', false],
    ['packages/kernel/src/a.ts', '@yichuang/contracts', false],
    ['packages/kernel/src/a.ts', '../flow/index.ts', true],
    ['packages/kernel/src/a.test.ts', 'fast-check', true],
    ['packages/contracts/src/a.ts', '@yichuang/server', false],
    ['packages/contracts/src/a.ts', 'node:fs', false],
    ['packages/contracts/src/a.ts', '@yichuang/kernel/time', true],
    ['packages/contracts/src/a.ts', '@sinclair/typebox/value', true],
    ['packages/portal/src/a.ts', '@yichuang/server/cases', false],
    ['packages/portal/src/a.ts', '@yichuang/console', false],
    ['packages/portal/src/a.ts', 'pg', false],
    ['packages/portal/src/a.ts', '@yichuang/contracts', true],
    ['packages/console/src/A.tsx', '@yichuang/server/cases', false],
    ['packages/console/src/A.tsx', '@yichuang/portal', false],
    ['packages/console/src/A.tsx', 'node:fs', false],
    ['packages/console/src/A.tsx', '@yichuang/kernel/case', true],
    ['packages/server/src/accept-case.ts', '@yichuang/console', false],
    ['packages/server/src/accept-case.ts', 'pg', false],
    ['packages/server/src/accept-case.ts', 'fastify', false],
    ['packages/server/src/accept-case.ts', '@yichuang/kernel/case', true],
    ['packages/server/src/case-store.pg.ts', 'fastify', false],
    ['packages/server/src/case-store.pg.ts', 'pg', true],
    ['packages/server/src/routes.ts', 'pg', false],
    ['packages/server/src/routes.ts', 'fastify', true],
  ];
  const found = lint(
    Object.fromEntries(imports.map(([path, from], row) => [rowPath(path, row), importing(from)])),
  );

  it.each(imports)('in %s an import of %s is allowed: %s', (path, from, isAllowed) => {
    const row = imports.findIndex(([p, f]) => p === path && f === from);
    const rule = `${rowPath(path, row)} eslint(no-restricted-imports)`;
    expect(found.filter((finding) => finding.startsWith(`${rowPath(path, row)} `))).toEqual(
      isAllowed ? [] : [rule],
    );
  });

  it.each([
    ['Date', 'export const x = new Date(0);', 'eslint(no-restricted-globals)'],
    ['Intl', `export const x = new Intl.NumberFormat('zh');`, 'eslint(no-restricted-globals)'],
    ['globalThis', 'export const x = globalThis;', 'eslint(no-restricted-globals)'],
    ['Math.random', 'export const x = Math.random();', 'eslint(no-restricted-properties)'],
    ['console', `console.log('x');`, 'eslint(no-console)'],
  ])('keeps %s out of the kernel', (_name, text, rule) => {
    const path = 'packages/kernel/src/a.ts';
    expect(lint({ [path]: text })).toEqual([`${path} ${rule}`]);
  });

  it.each([
    ['any', 'export const x: any = 1;', 'typescript(no-explicit-any)'],
    [
      '!',
      `export const x = (m: Map<string, string>) => m.get('a')!;`,
      'typescript(no-non-null-assertion)',
    ],
    [
      'an unawaited promise',
      'async function f(): Promise<void> {}\nexport const g = () => { f(); };',
      'typescript(no-floating-promises)',
    ],
    ['a default export', 'const x = 1;\nexport default x;', 'import(no-default-export)'],
  ])('refuses %s everywhere', (_name, text, rule) => {
    const path = 'packages/server/src/cases/a.ts';
    expect(lint({ [path]: text, 'tsconfig.json': '{}' })).toEqual([`${path} ${rule}`]);
  });

  it('refuses a focused test and a test without an assertion', () => {
    const path = 'packages/kernel/src/a.test.ts';
    const text = `import { it } from 'vitest';\nit.only('rule', () => {});\n`;
    expect(lint({ [path]: text })).toEqual([
      `${path} vitest(expect-expect)`,
      `${path} vitest(no-focused-tests)`,
    ]);
  });
});

describe('the compiler', () => {
  // The kernel's own settings on one file; the names that it must not know do not compile.
  const errors = (text: string) => {
    const root = tree({ 'packages/kernel/src/a.ts': text, 'packages/other/b.ts': 'export {};' });
    for (const path of ['tsconfig.base.json', 'packages/kernel/tsconfig.json']) {
      cpSync(join(home, path), join(root, path));
    }
    const { stdout } = runProgram('tsc', ['-p', 'packages/kernel/tsconfig.json'], root);
    return [...stdout.matchAll(/error (TS\d+)/g)].map(([, code]) => code);
  };

  it('knows no Node, no browser and no other package in the kernel', () => {
    expect(errors('export const x = 1;')).toEqual([]);
    expect(errors('export const x = process;')).not.toEqual([]);
    expect(errors(`export const x = fetch('a');`)).not.toEqual([]);
    expect(errors('export const x = crypto;')).not.toEqual([]);
    expect(errors('setTimeout(() => {}, 1);')).not.toEqual([]);
    expect(errors(`console.log('a');`)).not.toEqual([]);
    expect(errors(`export * from 'node:fs';`)).not.toEqual([]);
    expect(errors(`export * from '../../other/b.ts';`)).toContain('TS6059');
  });

  it('allows only syntax that can be stripped', () => {
    expect(errors('export enum E { A }')).toContain('TS1294');
  });
});

describe('the graph', () => {
  it('reports tracked sources that it did not read, so that reading nothing is no success', () => {
    const unread = unreadSources(home, ['tools/test.ts']);
    expect(unread).toContain('tools/check-graph.ts');
    expect(unread).not.toContain('tools/test.ts');
    expect(unreadSources(home, trackedFiles(home))).toEqual([]);
  });

  const violations = (files: Readonly<Record<string, string>>) => {
    const root = tree(files);
    symlinkSync(join(home, 'node_modules'), join(root, 'node_modules'));
    return cruiseGraph(root, ['packages']).violations;
  };
  const slice = 'packages/server/src';
  const used = { [`${slice}/main.ts`]: `import './cases/index.ts';\n` };

  it('lets a slice be entered by its index only', () => {
    const inner = {
      ...used,
      [`${slice}/fees/fee-store.ts`]: 'export const fee = 1;\n',
      [`${slice}/fees/index.ts`]: `export { fee } from './fee-store.ts';\n`,
    };
    const by = (path: string) => ({
      ...inner,
      [`${slice}/cases/index.ts`]: `export { fee } from '${path}';\n`,
    });
    expect(violations(by('../fees/index.ts'))).toEqual([]);
    expect(violations(by('../fees/fee-store.ts'))).toEqual([
      `slices-by-index: ${slice}/cases/index.ts → ${slice}/fees/fee-store.ts`,
    ]);
  });

  it('keeps the platform below the slices', () => {
    expect(
      violations({
        [`${slice}/main.ts`]: `import './platform/clock.ts';\n`,
        [`${slice}/platform/clock.ts`]: `export { x } from '../cases/index.ts';\n`,
        [`${slice}/cases/index.ts`]: 'export const x = 1;\n',
      }),
    ).toEqual([`platform-below-slices: ${slice}/platform/clock.ts → ${slice}/cases/index.ts`]);
  });

  it('finds cycles, forgotten files and imports that lead nowhere, in .tsx too', () => {
    const a = 'packages/console/src';
    expect(
      violations({
        [`${a}/main.tsx`]: `import { B } from './B.tsx';\nexport const A = () => <B />;\n`,
        [`${a}/B.tsx`]: `export { A } from './main.tsx';\nexport const B = () => <p />;\n`,
        [`${a}/forgotten.ts`]: 'export const x = 1;\n',
        [`${a}/index.ts`]: `export { x } from './gone.ts';\n`,
      }),
    ).toEqual([
      `no-cycles: ${a}/B.tsx → ${a}/main.tsx`,
      `no-orphans: ${a}/forgotten.ts → ${a}/forgotten.ts`,
      `resolvable: ${a}/index.ts → ./gone.ts`,
    ]);
  });

  it('keeps the kernel alone and packs unimported, by path as well as by name', () => {
    const kernel = 'packages/kernel/src/index.ts';
    expect(
      violations({
        [kernel]: `export * from '../../contracts/src/index.ts';\nimport 'node:fs';\n`,
        'packages/contracts/src/index.ts': `export { default } from '../../../packs/p.json';\n`,
        'packs/p.json': '{}',
      }),
    ).toEqual([
      `kernel-alone: ${kernel} → fs`,
      `kernel-alone: ${kernel} → packages/contracts/src/index.ts`,
      'packs-are-data: packages/contracts/src/index.ts → packs/p.json',
    ]);
  });
});
