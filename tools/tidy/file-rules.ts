// Rules about one file: its name and its text. Each takes what it needs and returns sentences;
// an empty list is a tidy file. Every sentence names the cure, so that nobody has to look it up.

import { splitSource } from './source-text.ts';

type Rule = (path: string, text: string) => string[];

const isTest = (path: string) =>
  /\.(test|spec|contract|examples)\.tsx?$|\/(test(ing)?-[^/]+|examples)\.ts$|\/fixtures\//.test(
    path,
  );
const isSource = (path: string) => /\.(ts|tsx)$/.test(path);

/** `kebab-case.ts`, console components `PascalCase.tsx`, ASCII, and no drawer of odds and ends. */
export const fileName: Rule = (path) => {
  const name = path.split('/').at(-1) ?? '';
  const problems: string[] = [];
  if (isSource(path)) {
    const isComponent = path.startsWith('packages/console/') && name.endsWith('.tsx');
    const shape = isComponent
      ? /^([A-Z][A-Za-z0-9]*|[a-z][a-z0-9-]*)(\.[a-z]+)*\.tsx$/
      : /^(zh-CN|[a-z0-9][a-z0-9-]*)(\.[a-z0-9-]+|\.zh-CN)*\.(ts|tsx)$/;
    if (!shape.test(name)) problems.push('name it in kebab-case (components: PascalCase.tsx)');
  }
  if (/(^|[-./])(utils?|helpers?|common|misc)(?=[-./]|$)/.test(path)) {
    problems.push('name it after what it does; utils, helpers, common, misc say nothing');
  }
  if (/[^\x00-\x7f]/.test(path)) problems.push('use ASCII in file names');
  return problems;
};

/** 100 columns; prettier leaves long strings and comments to us. */
export const lineLength: Rule = (path, text) =>
  isSource(path)
    ? text
        .split('\n')
        .flatMap((line, index) =>
          [...line].length > 100 ? [`line ${index + 1} is longer than 100 columns`] : [],
        )
    : [];

/** A TODO without an issue is a wish that nobody reads. */
export const todo: Rule = (path, text) =>
  isSource(path)
    ? splitSource(text)
        .filter((piece) => piece.kind === 'comment')
        .filter((piece) => /^[\s/*]*(TODO|FIXME|XXX|HACK)\b(?!.{0,20}#\d+)/m.test(piece.text))
        .map((piece) => `line ${piece.line}: give the TODO its issue (#12) or do it`)
    : [];

/** Default exports have no name of their own, so each import may call them something else. */
export const defaultExport: Rule = (path, text) =>
  isSource(path) &&
  !path.endsWith('.config.ts') &&
  splitSource(text).some((p) => p.kind === 'code' && /\bexport\s+default\b/.test(p.text))
    ? ['export it by name']
    : [];

// One Chinese term beside its English name helps; a Chinese sentence is a second language of
// comments. Quotations (“…”, 《…》) and what follows @basis are law.
const sentence = /[\u4e00-\u9fff，。；、：]{21,}/;
const outsideQuotes = (text: string) =>
  text
    .replace(/@basis[\s\S]*?(?=\n\s*\*?\s*@(?!basis)|\*\/|$)/g, '')
    .replace(/“[^”]*”|《[^》]*》/g, '');
// Numerals and the units that number and date formats are made of are arithmetic, not text.
const numerals = /[零〇一二三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟元角分整圆负年月日]/g;
const chinese = /[\u4e00-\u9fff]/;
const article =
  /第\s?[0-9一二三四五六七八九十百]+\s?[条项章]|〔|\b[A-Z]{2,4}(\/[A-Z])? ?[A-Z]? ?\d{3,}/;
const law = /(法|条例|规定|办法|决定|细则|通知)(（[^）]*）)?['"`]$|《/;
const messageFile = new RegExp(
  [
    String.raw`(^|/)messages\.[\w-]+\.tsx?$`,
    String.raw`\.messages\.tsx?$`,
    '(^|/)(texts|messages)/',
    String.raw`(^|/)chinese-[\w-]+\.ts$`,
  ].join('|'),
);

/** Code is English; Chinese stays in message files, packs, the glossary, tests and law. */
export const chineseInCode: Rule = (path, text) => {
  if (!isSource(path) || !path.startsWith('packages/')) return [];
  if (isTest(path) || messageFile.test(path)) return [];
  return splitSource(text).flatMap((piece) => {
    if (piece.kind === 'comment') {
      return sentence.test(outsideQuotes(piece.text))
        ? [`line ${piece.line}: a Chinese sentence in a comment; write English or quote the law`]
        : [];
    }
    if (!chinese.test(piece.text.replace(numerals, ''))) return [];
    const isLaw = law.test(piece.text) || article.test(piece.text);
    if (piece.kind === 'string' && isLaw) return [];
    return [`line ${piece.line}: Chinese in code; move it to a message file (messages.zh-CN.ts)`];
  });
};

/** A rule of law without its article cannot be checked by anybody. */
export const basisNamesArticle: Rule = (path, text) =>
  isSource(path)
    ? splitSource(text)
        .filter((piece) => piece.kind === 'comment')
        .filter((piece) => basisTexts(piece.text).some((said) => !article.test(said)))
        .map((piece) => `line ${piece.line}: @basis names the law and its article (第…条)`)
    : [];

// What follows each @basis that opens a line of a comment, up to the next tag.
function basisTexts(comment: string): string[] {
  const [, ...tags] = comment.split(/^[\s/*]*@(?=\w)/m);
  return tags.filter((tag) => tag.startsWith('basis'));
}

// Written so that this file does not find itself.
const machinePath = /(?<![\w.-])\/(?:wor[k]\/|hom[e]\/[a-z]|roo[t]\/|User[s]\/[A-Za-z])/;
const registryHost = /registry\.npm[j]|npmmirro[r]|artifactor[y]|verdacci[o]|"resolve[d]": "http/;

/** Where one person's copy lies, or where it was downloaded from, is true on one machine only. */
export const machine: Rule = (_path, text) => [
  ...(machinePath.test(text) ? ['names a folder of one machine; use a relative path'] : []),
  ...(registryHost.test(text) ? ['names a package registry; npm is configured, not the file'] : []),
];

/** A wall clock inside the product cannot be moved by a test or a sandbox tenant. */
export const wallClock: Rule = (path, text) =>
  isSource(path) &&
  /^packages\/(server|portal|contracts)\/src\//.test(path) &&
  !/\/platform\/clock(\/|\.ts$)|\/main\.ts$/.test(path) &&
  !isTest(path)
    ? splitSource(text)
        .filter((piece) => piece.kind === 'code')
        .filter((piece) => /\bnew Date\(\s*\)|\bDate\.now\(\)/.test(piece.text))
        .map((piece) => `from line ${piece.line}: ask the injected clock, not Date`)
    : [];

/** Packages meet by name, through what they export. */
export const packageBorders: Rule = (path, text) => {
  const own = /^packages\/[^/]+\//.exec(path)?.[0];
  if (own === undefined || !isSource(path)) return [];
  const depth = path.slice(own.length).split('/').length - 1;
  return [...text.matchAll(/\bfrom '((?:\.\.\/)+)[^']*'/g)]
    .filter(([, up]) => (up ?? '').length / 3 > depth)
    .filter(([whole]) => !whole.includes('/tools/'))
    .map(([whole]) => `${whole} leaves the package; import @yichuang/… instead`);
};

/** One title for each document, so that it can be linked and listed by it. */
export const oneTitle: Rule = (path, text) => {
  if (!path.endsWith('.md')) return [];
  const prose = text.replace(/^(```|~~~)[\s\S]*?^\1/gm, '');
  const titles = prose.match(/^# \S.*$/gm) ?? [];
  return titles.length === 1 ? [] : [`has ${titles.length} titles (lines with one #), not one`];
};

/** All rules with the name under which the test reports them. */
export const fileRules: Readonly<Record<string, Rule>> = {
  'file names': fileName,
  'line length': lineLength,
  'TODO with an issue': todo,
  'no default exports': defaultExport,
  'no Chinese in code': chineseInCode,
  '@basis names its article': basisNamesArticle,
  'nothing of one machine': machine,
  'the clock is injected': wallClock,
  'packages meet by name': packageBorders,
  'one title for each document': oneTitle,
};
