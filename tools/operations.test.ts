// docs/operations.md against the tree: every file and every test that it names exists, and every
// act that the kernel knows is in it. A table of proofs that nobody checks is a table of hopes.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasTitle, linkedFiles, namedTests, usedNames } from './named-tests.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const lines = read('docs/operations.md').split('\n');

const files = linkedFiles(lines);
const rows = lines
  .filter((line) => line.startsWith('| ') && !/^\|[ -|]+$/.test(line))
  .map((line) =>
    line
      .slice(1, -1)
      .split(' | ')
      .map((cell) => cell.trim()),
  );
const acts = rows.filter((cells) => cells.length === 5 && cells[0] !== 'act');

/** What is done before or after the moves of the table: filing, acceptance, money, service. */
const OTHER_ACTS = new Set([
  'accept-case',
  'act',
  'amend-form',
  'archive-case',
  'check-materials',
  'read-task',
  'rebase-case',
  'receive-case',
  'receive-message',
  'record-payment',
  'serve-result',
  'settle-debt',
  'subcases',
  'supply-materials',
  'system-acts',
]);

const WITHOUT_JOURNEY = ['· abstention 弃权 and noted 阅知 carry no weight'];

describe('the table of operations', () => {
  it('is read: it has its rows, and each of them five cells', () => {
    expect(acts.length).toBeGreaterThan(75);
    expect(rows.filter((cells) => cells.length !== 5 && cells.length !== 4)).toEqual([]);
  });

  it('names files that exist', () => {
    const used = usedNames(lines.join('\n'));
    expect(used.filter((name) => !files.has(name))).toEqual([]);
    const missing = [...files].filter(([, path]) => !existsSync(join(root, path)));
    expect(missing).toEqual([]);
    expect([...files.keys()].filter((name) => !used.includes(name))).toEqual([]);
  });

  it('names tests that exist, and at least one for every act', () => {
    const named = acts.flatMap((cells) => namedTests(`${cells[2]} ${cells[4]}`));
    expect(named.length).toBeGreaterThan(150);
    const absent = named.filter(({ title, file }) => !hasTitle(read(files.get(file) ?? ''), title));
    expect(absent).toEqual([]);
    const unproven = acts.filter((cells) => namedTests(cells[2] ?? '').length === 0);
    expect(unproven.map(([act]) => act)).toEqual([]);
  });

  it('names a browser journey or a dash; what has none yet is no longer than this list', () => {
    const vague = acts.filter(
      ([, , , , e2e = '']) => namedTests(e2e).length === 0 && !['–', 'none yet'].includes(e2e),
    );
    expect(vague).toEqual([]);
    const bare = acts.filter(([, , , , e2e]) => e2e === 'none yet').map(([act]) => act);
    expect(bare).toEqual(WITHOUT_JOURNEY);
  });

  it('names for every law its predicate, and faults that are planted for it', () => {
    const laws = rows.filter((cells) => cells.length === 4 && cells[0] !== 'law');
    expect(laws.map(([law]) => law)).toEqual(Array.from({ length: 12 }, (_, i) => `${i + 1}`));
    const planted = read('packages/kernel/src/case/laws.test.ts');
    for (const [law, , checked = '', faults = ''] of laws) {
      const [, file = ''] = /\[([^\]]+)\]/.exec(checked) ?? [];
      const predicates = [...checked.matchAll(/`(\w+)`/g)].map(([, name]) => name ?? '');
      expect(predicates.length, law).toBeGreaterThan(0);
      for (const name of predicates) expect(read(files.get(file) ?? '')).toContain(`${name}`);
      const titles = [...faults.matchAll(/“(.+?)”/g)].map(([, title]) => title ?? '');
      expect(titles.length, law).toBeGreaterThan(0);
      for (const title of titles) expect(planted).toContain(`'${title}'`);
    }
  });

  it('has a row for every act of the kernel on a running case', () => {
    const sources = readdirSync(join(root, 'packages/kernel/src/case/acts'), { recursive: true });
    const modules = sources
      .map((path) => basename(String(path)))
      .filter((name) => name.endsWith('.ts') && !name.includes('.test.'))
      .map((name) => name.slice(0, -3));
    const named = new Set(acts.map((cells) => cells[1]).flatMap((c) => c?.match(/[a-z-]+/g) ?? []));
    const unnamed = modules.filter((module) => !OTHER_ACTS.has(module) && !named.has(module));
    expect(unnamed).toEqual([]);
  });
});
