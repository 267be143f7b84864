/**
 * `play FLOW SCRIPT [--json] [--lang zh-CN|en]`: runs a script of acts on a flow, without server
 * and database. Ends with 0 when all is as the script expects, 1 when it is not, 2 for a script
 * or a flow that cannot be run.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { ItemDefinition } from '@yichuang/kernel/case';
import type { FormData } from '@yichuang/kernel/form';
import { itemAround, play, readScript, type PlayRun } from '@yichuang/kernel/play';
import {
  describePackProblem,
  evaluateCondition,
  readFlowFile,
  type PackProblem,
} from '../catalogue/index.ts';
import type { Language } from '../platform/refusal.ts';
import { loadStatutes } from '../statutes/index.ts';
import { CommandError } from './command-error.ts';
import { jsonLine, plainLines, scriptProblemText, summaryLine } from './play-lines.ts';

const usage = 'yichuang play FLOW SCRIPT [--json] [--lang zh-CN|en]';

export async function playCommand(
  args: readonly string[],
  print: (line: string) => void,
): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean' }, lang: { type: 'string' } },
  });
  const [flowFile, scriptFile] = positionals;
  if (flowFile === undefined || scriptFile === undefined) throw new CommandError(usage);
  const language: Language = values.lang === 'en' ? 'en' : 'zh-CN';
  const run = await playFiles(flowFile, scriptFile, language);
  for (const line of run.lines) {
    if (values.json === true) print(JSON.stringify(jsonLine(line, language)));
    else for (const text of plainLines(line, language)) print(text);
  }
  if (run.problem !== undefined) {
    throw new CommandError(scriptProblemText(scriptFile, run.problem, language));
  }
  if (values.json !== true) print(summaryLine(run.lines, language));
  return run.lines.some((line) => line.unmet !== undefined) ? 1 : 0;
}

/** @throws CommandError with everything that is wrong with the two files */
export async function playFiles(
  flowFile: string,
  scriptFile: string,
  language: Language,
): Promise<PlayRun> {
  const given = parseScript(await readText(scriptFile), scriptFile);
  const item = await itemOf(flowFile, given, language);
  const read = readScript(given, item);
  if (!read.ok) {
    const lines = read.problems.map((each) => scriptProblemText(scriptFile, each, language));
    throw new CommandError(lines.join('\n'));
  }
  const { calendar, rules } = await loadStatutes();
  return play({ item, script: read.script, calendar, rules, evaluate: evaluateCondition });
}

async function itemOf(
  flowFile: string,
  script: unknown,
  language: Language,
): Promise<ItemDefinition> {
  await readText(flowFile);
  const file = await readFlowFile(flowFile);
  if ('problems' in file) throw flowError(file.problems, language);
  const item = file.kind === 'item' ? file.item : itemAround(file.flow, formOf(script));
  const problems = file.check(item);
  if (problems.length > 0) throw flowError(problems, language);
  return item;
}

/** The fields of the script's form, so that a bare flow's conditions have something to read. */
function formOf(script: unknown): FormData {
  if (typeof script !== 'object' || script === null || !('form' in script)) return {};
  const { form } = script;
  // Its values are read, and refused where they are none, with the rest of the script.
  return typeof form === 'object' && form !== null ? (form as FormData) : {};
}

function flowError(problems: readonly PackProblem[], language: Language): CommandError {
  return new CommandError(problems.map((each) => describePackProblem(each, language)).join('\n'));
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(`${reason}\n${usage}`, { cause: error });
  }
}

function parseScript(text: string, path: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(`${path}: ${reason}`, { cause: error });
  }
}
