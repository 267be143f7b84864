// Our style as a test: what no compiler and no linter knows. One pass over the files that git
// tracks. Each rule's own test, with files that break it, is in tools/tidy/*.test.ts.

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { trackedFiles } from './git-files.ts';
import { runtimeDependencies, undocumented } from './tidy/dependency-records.ts';
import { fileRules } from './tidy/file-rules.ts';
import { glossaryProblems, parseGlossary } from './tidy/glossary.ts';
import { eventNames, wordsOf } from './tidy/kernel-names.ts';
import { refusalProblems } from './tidy/refusal-table.ts';
import type { RefusalRegistry } from './tidy/refusal-table.ts';
import { identifiersIn } from './tidy/source-text.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const tracked = trackedFiles(root);
const textual = tracked.filter((path) =>
  /\.(ts|tsx|mjs|js|json|md|sql|css|html|svg|yaml|yml|sh|typ|toml)$|(^|\/)run$|^[A-Z]+$/.test(path),
);
const sources = tracked.filter((path) => /^packages\/.*\.tsx?$/.test(path));
const texts = new Map(textual.map((path) => [path, read(path)]));
const textOf = (path: string) => texts.get(path) ?? '';

describe('every tracked file', () => {
  it('is looked at: the project is not empty and git answered', () => {
    expect(textual).toContain('tools/tidy.test.ts');
    expect(sources.length).toBeGreaterThan(20);
  });

  it.each(Object.entries(fileRules))('%s', (_name, rule) => {
    const problems = textual.flatMap((path) =>
      rule(path, textOf(path)).map((problem) => `${path}: ${problem}`),
    );
    expect(problems).toEqual([]);
  });
});

describe('documents', () => {
  const documents = textual.filter((path) => path.endsWith('.md'));

  it('link to files that exist', () => {
    const broken = documents.flatMap((path) =>
      [...textOf(path).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)[^)]*\)/g)]
        .map(([, target]) => normalize(join(dirname(path), target ?? '')))
        .filter((target) => !existsSync(join(root, target)))
        .map((target) => `${path} → ${target}`),
    );
    expect(broken).toEqual([]);
  });

  it('README says in both languages how to start and how to test', () => {
    for (const path of ['README.md', 'README.zh-CN.md']) {
      expect(textOf(path), path).toContain('npm ci && npm start');
      expect(textOf(path), path).toContain('npm ci && npm test');
    }
  });

  it('records exist for every run-time dependency: what for, and how to leave it', () => {
    const packages = tracked.filter((path) => /^packages\/[^/]+\/package\.json$/.test(path));
    const names = runtimeDependencies(packages.map(read));
    const records = tracked.filter((path) => /^docs\/adr\/\d{4}-.+\.md$/.test(path)).map(read);
    expect(names.length).toBeGreaterThan(0);
    expect(undocumented(names, records)).toEqual([]);
  });

  it('refusals in docs/refusals.md are those of the kernel, code by code', async () => {
    const { refusals } = (await import('../packages/kernel/src/case/refusals.ts')) as {
      refusals: RefusalRegistry;
    };
    expect(refusalProblems(refusals, read('docs/refusals.md'))).toEqual([]);
  });
});

describe('the glossary', () => {
  const rows = parseGlossary(read('docs/glossary.md'));
  const named = new Set(rows.flatMap((row) => row.identifiers));
  const kernel = sources
    .filter((path) => /^packages\/kernel\/src\/(case|flow|words)\//.test(path))
    .filter((path) => !path.endsWith('.test.ts'))
    .map(textOf);

  it('has well-formed rows: term, names, definition, source, each term once', () => {
    expect(glossaryProblems(rows)).toEqual([]);
    expect(rows.length).toBeGreaterThanOrEqual(80);
  });

  it('names every event of a case', () => {
    const events = sources
      .filter((path) => /^packages\/kernel\/src\/(case|flow)\//.test(path))
      .filter((path) => /\/(events|joint|debt|ending|desk|letter|marking)\.ts$/.test(path))
      .flatMap((path) => eventNames(textOf(path)));
    expect(events).toContain('CaseAccepted');
    expect(events.filter((name) => !named.has(name))).toEqual([]);
  });

  it('names every phase and outcome of a case', () => {
    const states = ['CASE_PHASES', 'CaseOutcome'].flatMap((name) =>
      kernel.flatMap((text) => wordsOf(text, name)),
    );
    expect(states).toContain('accepted');
    expect(states.filter((name) => !named.has(name))).toEqual([]);
  });

  it('keeps words that it bans out of the code', () => {
    const banned = new Map(rows.flatMap((row) => row.banned.map((word) => [word, row] as const)));
    const used = sources.flatMap((path) =>
      [...identifiersIn(textOf(path))].flatMap((word) => {
        const row = banned.get(word);
        return row === undefined
          ? []
          : [`${path}: ${word}; for ${row.term} write ${row.identifiers.join(' or ')}`];
      }),
    );
    expect(used).toEqual([]);
  });
});
