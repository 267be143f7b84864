// The readers of glossary, refusals, records and kernel names, on small texts.

import { describe, expect, it } from 'vitest';
import { runtimeDependencies, undocumented } from './dependency-records.ts';
import { glossaryProblems, parseGlossary } from './glossary.ts';
import { eventNames, wordsOf } from './kernel-names.ts';
import { refusalProblems } from './refusal-table.ts';

const head = '| term | identifier | definition | source | not |\n| --- | --- | --- | --- | --- |\n';

describe('the glossary', () => {
  it('reads names and banned words from backticks', () => {
    const rows = parseGlossary(
      `${head}| 受理 | \`accepted\`, \`CaseAccepted\` | x | 第32条 | \`ok\` |\n`,
    );
    expect(rows).toMatchObject([
      { term: '受理', identifiers: ['accepted', 'CaseAccepted'], banned: ['ok'], line: 3 },
    ]);
  });

  it('names the line of a row with too few cells', () => {
    expect(() => parseGlossary(`${head}| 受理 | \`a\` | x |\n`)).toThrow(/line 3 .* 3 cells/);
  });

  it('finds empty cells, repeated terms, and a ban on a word in use', () => {
    const rows = parseGlossary(
      `${head}| 受理 | \`a\` | x | y | |\n| 受理 | \`b\` | x | y | \`a\` |\n| 收件 | none | x | | |\n`,
    );
    expect(glossaryProblems(rows)).toEqual([
      'line 4 (受理) repeats the term of line 3',
      'line 4 (受理) bans a, which another row uses',
      'line 5 (收件) lacks term, definition or source',
      'line 5 (收件) names no identifier',
    ]);
  });
});

describe('kernel names', () => {
  it('finds events, and the words of a union and of a list', () => {
    const source = `export type Phase =\n  | 'received'\n  | 'accepted';
      export type E = { readonly type: 'CaseAccepted' } | { readonly type: 'CaseReceived' };`;
    expect(eventNames(source)).toEqual(['CaseAccepted', 'CaseReceived']);
    expect(wordsOf(source, 'Phase')).toEqual(['accepted', 'received']);
    expect(wordsOf(source, 'Absent')).toEqual([]);
    expect(wordsOf(`export const LIGHTS = ['red', 'grey'] as const;`, 'LIGHTS')).toEqual([
      'grey',
      'red',
    ]);
  });
});

describe('dependency records', () => {
  it('asks for a record of every run-time package, not of types and our own', () => {
    const text = '{"dependencies":{"pg":"1","@types/react":"1","@yichuang/kernel":"1","a":"1"}}';
    expect(runtimeDependencies([text, '{}'])).toEqual(['a', 'pg']);
    expect(undocumented(['a', 'pg'], ['# Use `pg`'])).toEqual(['a']);
  });
});

describe('the table of refusals', () => {
  const registry = {
    'too-late': { http: 409, basis: { law: '行政许可法', article: '第四十二条' } },
    'wrong-phase': { http: 409 },
  };
  const row = (code: string, http: string, basis: string, text = 'when') =>
    `| \`${code}\` | ${http} | ${basis} | ${text} |\n`;

  it('is content when code, HTTP status and article agree', () => {
    const table = row('too-late', '409', '行政许可法 第四十二条') + row('wrong-phase', '409', '');
    expect(refusalProblems(registry, table)).toEqual([]);
  });

  it('finds a missing row, a wrong status, a missing article, an extra row', () => {
    expect(refusalProblems(registry, row('too-late', '422', ''))).toEqual([
      'too-late: HTTP is 409',
      'too-late: name the article',
      'wrong-phase is not in docs/refusals.md',
    ]);
    const table =
      row('too-late', '409', '第四十二条') +
      row('wrong-phase', '409', '第一条') +
      row('old', '404', '');
    expect(refusalProblems(registry, table)).toEqual([
      'wrong-phase has no basis',
      'old is documented but not in the registry',
    ]);
  });
});
