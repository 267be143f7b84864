// Each rule on a file that breaks it and on one that does not.

import { describe, expect, it } from 'vitest';
import { fileRules } from './file-rules.ts';
import { splitSource } from './source-text.ts';

const server = 'packages/server/src/cases/accept-case.ts';
const breaks: readonly [rule: string, path: string, text: string][] = [
  ['file names', 'packages/server/src/cases/acceptCase.ts', ''],
  ['file names', 'packages/server/src/cases/date-utils.ts', ''],
  ['file names', 'packages/server/src/helpers/dates.ts', ''],
  ['file names', 'packages/console/src/casePanel.tsx.ts', ''],
  ['file names', 'docs/说明.md', '# a'],
  ['line length', server, `// ${'x'.repeat(98)}`],
  ['TODO with an issue', server, '// TODO: later'],
  ['TODO with an issue', server, '/* FIXME wrong in winter */'],
  ['no default exports', server, 'const a = 1;\nexport default a;'],
  ['no Chinese in code', server, `const name = '受理';`],
  ['no Chinese in code', server, '// 这一行说明为什么要这样写，因为以后还会有人来看这里的代码'],
  [
    'no Chinese in code',
    'packages/console/src/CasePanel.tsx',
    'export const A = () => <p>受理</p>;',
  ],
  ['@basis names its article', server, '/**\n * @basis 行政许可法: limits\n */'],
  ['nothing of one machine', 'docs/a.md', `see ${['', 'home', 'someone', 'x'].join('/')}`],
  ['nothing of one machine', 'a.json', `"https://${['registry', 'npmjs', 'org'].join('.')}/a"`],
  ['the clock is injected', server, 'const at = new Date();'],
  ['the clock is injected', server, 'const at = Date.now();'],
  ['packages meet by name', server, `import { a } from '../../../kernel/src/index.ts';`],
  ['one title for each document', 'docs/a.md', '# One\n\n# Two\n'],
  ['one title for each document', 'docs/a.md', 'no title\n'],
];

const tidy: readonly [rule: string, path: string, text: string][] = [
  ['file names', 'packages/console/src/cases/CasePanel.tsx', ''],
  ['file names', 'packages/server/src/cases/case-store.pg.ts', ''],
  ['line length', server, `// ${'x'.repeat(97)}`],
  ['TODO with an issue', server, '// TODO(#12): month ends'],
  ['TODO with an issue', server, `const state = 'TODO';`],
  ['TODO with an issue', server, '// A TODO needs an issue.'],
  ['no Chinese in code', server, `const digits = '零壹贰叁'; const unit = '元整';`],
  ['no default exports', server, `// export default is not used here`],
  ['no Chinese in code', server, `const basis = { law: '行政许可法', article: '第三十二条' };`],
  [
    'no Chinese in code',
    server,
    '/** `statutory` 法定 limit; “期间的最后一日是法定休假日的，以次日为最后一日”. */',
  ],
  [
    'no Chinese in code',
    server,
    '/**\n * @basis 民法典 第203条: 期间的最后一日是法定休假日的，以次日为准。\n */',
  ],
  ['no Chinese in code', 'packages/portal/src/home/messages.zh.ts', `export const a = '办事';`],
  ['no Chinese in code', 'packages/server/src/cases/accept-case.test.ts', `const a = '办事';`],
  ['@basis names its article', server, '/**\n * @basis 行政许可法 第42条: …\n */'],
  ['@basis names its article', server, '/**\n * @basis GB 32100-2015 编码规则\n */'],
  ['@basis names its article', server, '// The @basis tag names the law.'],
  ['nothing of one machine', 'docs/a.md', 'see docs/work/a.md and https://example.org/home/'],
  ['the clock is injected', server, 'const at = new Date(row.at);'],
  ['the clock is injected', 'packages/server/src/platform/clock.ts', 'const at = new Date();'],
  ['packages meet by name', server, `import { a } from '../fees/index.ts';`],
  ['one title for each document', 'docs/a.md', '# One\n\n```sh\n# a comment\n```\n'],
];

describe('rules about one file', () => {
  it.each(breaks)('%s: finds fault with %s', (rule, path, text) => {
    expect(fileRules[rule]?.(path, text)).toHaveLength(1);
  });

  it.each(tidy)('%s: leaves %s alone', (rule, path, text) => {
    expect(fileRules[rule]?.(path, text)).toEqual([]);
  });

  it('shows each rule at least once broken and once kept', () => {
    const names = Object.keys(fileRules).sort();
    expect([...new Set(breaks.map(([rule]) => rule))].sort()).toEqual(names);
    expect([...new Set(tidy.map(([rule]) => rule))].sort()).toEqual(names);
  });
});

describe('splitting a source', () => {
  it('loses nothing and knows code, strings and comments apart', () => {
    const source = `const a = 'it\\'s // no comment'; // one\n/* two\n */ const b = \`x\${a}\`;\n`;
    const pieces = splitSource(source);
    expect(pieces.map((piece) => piece.text).join('')).toBe(source);
    expect(pieces.filter((piece) => piece.kind === 'comment')).toEqual([
      { kind: 'comment', text: '// one', line: 1 },
      { kind: 'comment', text: '/* two\n */', line: 2 },
    ]);
  });
});
