import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkPack, describePackProblem, loadPack, PackError } from './index.ts';
import { packProblemTexts as en } from './messages.en.ts';
import { packProblemTexts as zh } from './messages.zh-CN.ts';

const demo = join(import.meta.dirname, '../../../../packs/demo-county');
const construction = 'items/jzgc-sgxk.json';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'pack-'));
  await cp(demo, directory, { recursive: true });
});
afterEach(() => rm(directory, { recursive: true }));

async function edit(file: string, ...changes: readonly (readonly [string, string])[]) {
  let text = await readFile(join(directory, file), 'utf8');
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
    text = text.replace(from, to);
  }
  await writeFile(join(directory, file), text);
}

async function lineOf(file: string, text: string): Promise<number> {
  const lines = (await readFile(join(directory, file), 'utf8')).split('\n');
  return lines.findIndex((line) => line.includes(text)) + 1;
}

describe('what is wrong with a pack is said with file, line and element', () => {
  test.each([
    ['a broken flow', construction, '"duty": "decision"', '"duty": "review"', 'flow-no-decision'],
    [
      'a post that does not exist',
      construction,
      '"zj-safety-head"',
      '"zj-sefety"',
      'flow-unknown-post',
    ],
    [
      'a field that a step may write',
      construction,
      '"write": ["buildingArea"',
      '"write": ["area"',
      'flow-unknown-field',
    ],
    [
      'a field that is printed on the certificate and not asked for',
      construction,
      '"fenOfWan(contractPrice)"',
      '"fenOfWan(contractSum)"',
      'condition-names-unknown-field',
    ],
    [
      'what is printed on the certificate, written wrongly',
      construction,
      '"fenOfWan(contractPrice)"',
      '"fenOfWan(contractPrice"',
      'condition-does-not-parse',
    ],
    ['a misspelt field', construction, '"handlingMode"', '"handlingMod"', 'field-missing'],
    ['a wrong kind of node', construction, '"kind": "wait"', '"kind": "weit"', 'value-not-allowed'],
    ['a text for a number', construction, '"visits": 1', '"visits": "1"', 'wrong-type'],
    [
      'a promise longer than the law',
      construction,
      '"amount": 5',
      '"amount": 8',
      'committed-longer-than-statutory',
    ],
    [
      'a promise shorter than its steps',
      construction,
      '"amount": 5',
      '"amount": 3',
      'steps-longer-than-committed',
    ],
    [
      'a shareable material that is required',
      construction,
      '"necessity": "optional"',
      '"necessity": "required"',
      'shareable-but-required',
    ],
    ['an unknown limit rule', construction, '"XK-JD-20"', '"XK-JD-99"', 'unknown-limit-rule'],
    [
      'a procedure that stops nothing',
      construction,
      '"expert-review"',
      '"fee-payment"',
      'unknown-special-procedure',
    ],
    [
      'a fee on a field that nobody fills in',
      construction,
      '"quantityField": "buildingArea"',
      '"quantityField": "floors"',
      'fee-field-not-a-required-number',
    ],
    [
      'a condition that does not parse',
      construction,
      'isAffordableRental = true',
      'isAffordableRental = (',
      'condition-does-not-parse',
    ],
    [
      'a condition over no field',
      construction,
      'isAffordableRental = true',
      'isAfordable = true',
      'condition-names-unknown-field',
    ],
    [
      'a template that does not exist',
      construction,
      '"construction-permit"',
      '"permit"',
      'unknown-template',
    ],
    [
      'a code of another body',
      construction,
      '"11999921YYYY00039H4',
      '"11999921YYYY00020L4',
      'code-not-of-the-organisation',
    ],
    [
      'two heads of one unit',
      'posts.json',
      '"orgId": "yunxi/zjj/sgk",\n    "name": "施工管理科科员",',
      '"orgId": "yunxi/zjj/sgk", "role": "head",\n    "name": "施工管理科科员",',
      'role-used-twice',
    ],
    [
      'a wrong check digit',
      'organisations.json',
      '11999921YYYY00039H',
      '11999921YYYY00039J',
      'number-invalid',
    ],
    [
      'an organisation outside the county',
      'organisations.json',
      '"999921001000"',
      '"999922001000"',
      'outside-the-county',
    ],
    [
      'a post in no organisation',
      'posts.json',
      '"yunxi/zjj/sgk"',
      '"yunxi/zjj/xyz"',
      'unknown-organisation',
    ],
    ['an ability that there is not', 'posts.json', '"cashier"]', '"cashir"]', 'value-not-allowed'],
    ['staff in no post', 'people.json', '"zj-leader"', '"zj-boss"', 'unknown-post'],
    [
      'a citizen identity number with a digit too many',
      'people.json',
      '"citizenId": "',
      '"citizenId": "0',
      'number-invalid',
    ],
    ['a missing comma', 'pack.json', '"demo-county",', '"demo-county"', 'not-json'],
    ['a key that is there twice', 'pack.json', '"name"', '"id"', 'not-json'],
  ])('%s', async (_, file, from, to, code) => {
    await edit(file, [from, to]);
    const problems = await checkPack(directory);
    expect(problems.map((problem) => problem.code)).toContain(code);
    expect(problems.find((problem) => problem.code === code)?.file).toBe(file);
    await expect(loadPack(directory)).rejects.toThrow(PackError);
  });

  test('the line is that of the element', async () => {
    await edit(construction, ['"zj-safety-head"', '"zj-sefety"'], ['"visits": 1', '"visits": 0']);
    const problems = await checkPack(directory);
    expect(problems.map(({ element, code }) => [element, code])).toEqual([
      ['/visitReason', 'reason-without-visit'],
      ['/flow/main/children/1', 'flow-unknown-post'],
    ]);
    expect(problems[0]?.line).toBe(await lineOf(construction, '"visitReason"'));
    // The object opens two lines before its id: `{`, `"kind"`, `"id"`.
    expect(problems[1]?.line).toBe((await lineOf(construction, '"id": "countersign"')) - 2);
  });

  test('the problems of several files come together', async () => {
    await edit('posts.json', ['"yunxi/zjj/sgk"', '"yunxi/zjj/xyz"']);
    await rm(join(directory, 'synonyms.json'));
    const problems = await checkPack(directory);
    const shown = problems.map((problem) => describePackProblem(problem, 'en'));
    expect(shown).toEqual([
      expect.stringMatching(
        /^posts\.json:\d+ \/1\/orgId: there is no organisation "yunxi\/zjj\/xyz"$/,
      ),
      'synonyms.json:1: the file is missing',
    ]);
  });

  test('a folder that is no pack names the files that it lacks', async () => {
    const problems = await checkPack(join(directory, 'templates'));
    expect(new Set(problems.map((problem) => problem.code))).toEqual(new Set(['file-missing']));
    expect(problems.map((problem) => problem.file)).toContain('pack.json');
  });
});

test('both languages say the same parameters of every problem', () => {
  const params = (text: string): string[] => [...text.matchAll(/\{\w+\}/gu)].map(String).sort();
  expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort());
  for (const code of Object.keys(en) as (keyof typeof en)[]) {
    expect(params(zh[code]), code).toEqual(params(en[code]));
  }
});
