import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { classifyCommand } from './classify.ts';
import { CommandError } from './command-error.ts';

const root = join(import.meta.dirname, '../../../..');
const docs = readFileSync(join(root, 'docs/insight.md'), 'utf8');
const letters = readFileSync(join(root, 'docs/insight/letters.jsonl'), 'utf8');
const labelled = join(root, 'docs/insight/labelled.jsonl');
const folder = mkdtempSync(join(tmpdir(), 'yichuang-classify-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Printed {
  readonly code: number;
  readonly lines: readonly string[];
  readonly warnings: readonly string[];
}

async function run(input: string, ...args: readonly string[]): Promise<Printed> {
  const [lines, warnings]: [string[], string[]] = [[], []];
  const streams = {
    input: Readable.from([input]),
    print: (line: string) => void lines.push(line),
    warn: (line: string) => void warnings.push(line),
  };
  return { code: await classifyCommand(args, streams), lines, warnings };
}

function fileOf(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('docs/insight.md', () => {
  it('shows what yichuang classify prints', async () => {
    const [, options = '', output = ''] =
      /```sh\nyichuang classify --train (.+) < .+\n```\n\n```text\n([\s\S]*?)\n```/u.exec(docs) ??
      [];
    const [train = '', ...others] = options.split(' ');
    const { code, lines } = await run(letters, '--train', join(root, train), ...others);
    expect(lines.join('\n')).toBe(output);
    expect(code).toBe(1);
  });
});

describe('yichuang classify', () => {
  it('names lines that it cannot read, does the others, and says so with its code', async () => {
    const input =
      '{"title": "路灯不亮"}\n\noops\n{"note": "no text"}\n[1]\n{"text": "老师乱收费"}\n';
    const { code, lines, warnings } = await run(input, '--train', labelled, '--json');
    const told = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(told.map(({ line, label }) => [line, label])).toEqual([
      [1, '城市管理'],
      [3, undefined],
      [4, undefined],
      [5, undefined],
      [6, '教育'],
    ]);
    expect(warnings.map((line) => line.slice(0, 13))).toEqual([
      'input line 3:',
      'input line 4:',
      'input line 5:',
    ]);
    expect(code).toBe(1);
  });

  it('stores what it learned, and answers the same from the file', async () => {
    const model = join(folder, 'model');
    const input = '{"id": 7, "title": "养老金没有到账"}\n{"title": "食堂饭菜"}\n';
    const learned = await run(input, '--train', labelled, '--model', model, '--why');
    const stored = await run(input, '--model', model, '--why');
    expect(stored).toEqual(learned);
    expect(learned.code).toBe(0);
    expect(learned.lines[0]).toMatch(/^社会保障\t[01]\.\d\d\t.*养老金.*\t养老金没有到账$/u);
  });

  it('reads the fields it is told to', async () => {
    const rows = readFileSync(labelled, 'utf8').trim().split('\n');
    const renamed = rows.map((row) => {
      const { title, text, label } = JSON.parse(row) as Record<string, string>;
      return JSON.stringify({ subject: title, content: '', words: text, department: label });
    });
    const train = fileOf('renamed.jsonl', `\uFEFF${renamed.join('\n')}`);
    const fields = ['--title-field', 'subject', '--label-field', 'department'];
    const names = [
      ...fields,
      '--text-field',
      'content',
      '--text-field',
      'words',
      '--id-field',
      'no',
    ];
    const input = '{"subject": "医保卡不能用", "words": "", "no": "a-1", "id": 3}\n';
    const { lines } = await run(input, '--train', train, '--json', ...names);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ id: 'a-1', label: '社会保障' });
  });

  it('says what is missing', async () => {
    const damaged = fileOf('damaged', 'not a model');
    const alike = fileOf(
      'alike.jsonl',
      '{"text": "路灯", "label": "a"}\n{"text": "垃圾", "label": "a"}',
    );
    const wrong: readonly (readonly [RegExp, readonly string[]])[] = [
      [/^yichuang classify \[--train FILE\]/u, []],
      [/no such file/u, ['--train', join(folder, 'none')]],
      [/no such file/u, ['--model', join(folder, 'none')]],
      [/not the bytes of a classifier/u, ['--model', damaged]],
      [/two are needed/u, ['--train', alike]],
    ];
    for (const [message, args] of wrong) {
      const error = await run(letters, ...args).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(CommandError);
      expect(String((error as CommandError).message)).toMatch(message);
    }
  });
});
