import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { playActs } from '@yichuang/kernel/play';
import { CommandError } from './command-error.ts';
import { playCommand } from './play.ts';

const root = join(import.meta.dirname, '../../../..');
const docs = readFileSync(join(root, 'docs/play.md'), 'utf8');

interface Printed {
  readonly code: number;
  readonly lines: readonly string[];
}

/** The command with paths as the documents write them: from the project's root. */
async function run(...args: readonly string[]): Promise<Printed> {
  const lines: string[] = [];
  const files = args.map((arg) => (arg.endsWith('.json') ? join(root, arg) : arg));
  try {
    return { code: await playCommand(files, (line) => lines.push(line)), lines };
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    const text = error.message.replaceAll(`${root}/`, '');
    return { code: 2, lines: [...lines, ...text.split('\n')] };
  }
}

/** Shell blocks with the text block that follows each. */
function examples(): { readonly command: string; readonly output: string }[] {
  const blocks = docs.matchAll(/```sh\nyichuang play (.+)\n```\n\n```text\n([\s\S]*?)\n?```/gu);
  return [...blocks].map(([, command = '', output = '']) => ({ command, output }));
}

/** The table of acts as docs/play.md has it: word, command, fields with what to write. */
function actTable(): string {
  const rows = Object.entries(playActs).map(([type, { word, fields }]) => {
    const named = Object.entries(fields).map(([name, field]) => {
      const shown = `\`${name === 'taskId' ? 'task' : name}\``;
      return 'otherwise' in field ? `[${shown}]` : `${shown} ${escaped(field.wanted)}`;
    });
    return `| \`${word}\` | \`${type}\` | ${named.join(', ') || '–'} |`;
  });
  return ['| act | command | its fields |', '| --- | --- | --- |', ...rows].join('\n');
}

function escaped(wanted: string): string {
  return wanted.replaceAll('|', 'or').replaceAll('"', '');
}

/** Columns padded by the formatter do not count. */
function cells(table: string): string[] {
  return table
    .trim()
    .split('\n')
    .map((row) => row.replace(/\s*\|\s*/gu, '|').replace(/-+/gu, '-'));
}

describe('docs/play.md', () => {
  it('has examples, and each prints what the document says', async () => {
    expect(examples().length).toBeGreaterThanOrEqual(2);
    for (const { command, output } of examples()) {
      const { lines } = await run(...command.split(' '));
      // An example may show the beginning only.
      const wanted = output.split('\n');
      expect(lines.slice(0, wanted.length), command).toEqual(wanted);
    }
  });

  it('names every act with every field', () => {
    const [, table = ''] = /<!-- acts:[^>]*-->([\s\S]*?)<!-- end of acts -->/u.exec(docs) ?? [];
    expect(cells(table), actTable()).toEqual(cells(actTable()));
  });

  it('names every field of a line and of a script', async () => {
    const { lines } = await run(
      'docs/play/purchase.flow.json',
      'docs/play/small-purchase.json',
      '--json',
    );
    const fields = new Set(lines.flatMap((line) => Object.keys(JSON.parse(line) as object)));
    const missing = [...fields].filter((field) => !docs.includes(`| \`${field}\``));
    expect(missing).toEqual([]);
  });
});

describe('the example scripts', () => {
  const scripts = readdirSync(join(root, 'docs/play'))
    .filter((name) => !name.endsWith('.flow.json') && name !== 'mistakes.json')
    .map((name) => `docs/play/${name}`);

  it.each(scripts)('%s meets its expectations', async (script) => {
    const { item } = JSON.parse(readFileSync(join(root, script), 'utf8')) as { item: string };
    const { code, lines } = await run(item, script, '--lang', 'en');
    expect(code, lines.join('\n')).toBe(0);
  });
});

describe('yichuang play', () => {
  it('prints one JSON object for each act, with the text of a refusal and what to do', async () => {
    const { code, lines } = await run(
      'docs/play/purchase.flow.json',
      'docs/play/small-purchase.json',
      '--json',
    );
    expect(code).toBe(0);
    const told = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(told.map(({ n, by, act, ok }) => [n, by, act, ok])).toEqual([
      [0, 'chen', 'file', true],
      [1, 'ma', 'accept', true],
      [2, 'ke', 'approve', false],
      [3, 'qian', 'approve', true],
      [4, 'ke', 'approve', true],
      [5, 'fang', 'approve', true],
      [6, 'ma', 'serve', true],
    ]);
    expect(told[2]?.['refusals']).toEqual([
      {
        code: 'not-your-task',
        text: '这一步不由您办理。',
        nextStep: expect.stringMatching(/待办/u) as string,
      },
    ]);
  });

  it('says what is wrong in the language of the reader', async () => {
    const files = ['docs/play/purchase.flow.json', 'docs/play/mistakes.json'];
    const { code, lines } = await run(...files);
    expect(code).toBe(2);
    expect(lines[0]).toMatch(/^docs\/play\/mistakes\.json acts\[0\]\.act \(第1步\)：没有“acept”/u);
  });

  it('refuses a flow that does not hold together, with line and element', async () => {
    const { code, lines } = await run('docs/play/small-purchase.json', 'docs/play/lapse.json');
    expect(code).toBe(2);
    expect(lines[0]).toMatch(/^docs\/play\/small-purchase\.json:\d+ .*code/u);
  });

  it('says what to write when a file is missing', async () => {
    const { code, lines } = await run('docs/play/none.json', 'docs/play/lapse.json');
    expect(code).toBe(2);
    expect(lines.at(-1)).toBe('yichuang play FLOW SCRIPT [--json] [--lang zh-CN|en]');
  });
});
