/**
 * The reference models of the OMG's interchange group, every process of each: it imports, or it is
 * refused for a stated reason; docs/bpmn.md says the same; and what imports is walked by the kernel
 * in the order in which bpmn-engine walks the model itself.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  subtree,
  type FlowDefinition,
  type FlowNode,
} from '../../packages/kernel/src/flow/index.ts';
import { intake, sequence, step } from '../../packages/kernel/src/case/testing/case.examples.ts';
import { elementId } from '../../packages/server/src/bpmn/element-id.ts';
import { importProcesses } from '../../packages/server/src/bpmn/index.ts';
import { EngineRun } from './engine-run.examples.ts';
import { KernelRun } from './kernel-run.examples.ts';
import { forEngine, withConditions } from './model-for-engine.examples.ts';

const folder = new URL('../../packages/server/src/bpmn/testing-models/', import.meta.url);
const given = new URL('../../../shared/data/bpmn/', import.meta.url);
const models = readdirSync(folder).filter((name) => name.endsWith('.bpmn'));
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

async function processesOf(name: string) {
  const processes = await importProcesses(read(name));
  if ('refusals' in processes) throw new Error(`${name}: ${processes.refusals[0]?.code ?? ''}`);
  return processes;
}

/** Rows of the table, as they are in the document. */
async function rowsOf(name: string): Promise<string[]> {
  const processes = await processesOf(name);
  return processes.map((found) => {
    const row = `| ${name} | ${shown(found.name)} |`;
    if ('flow' in found) return `${row} imports |`;
    const reasons = found.refusals.map(({ code, params }) => `\`${code}\` ${shown(params.name)}`);
    return `${row} ${reasons.join('; ')} |`;
  });
}

/** Generated ids are long and say nothing. */
function shown(name: string): string {
  if (!/^[\w-]+$/u.test(name) || /^[A-Z][a-z]+$/u.test(name)) return name;
  return `\`${name.length > 20 ? `${name.slice(0, 12)}…` : name}\``;
}

describe('the reference models', () => {
  test('there are 21', () => {
    expect(models).toHaveLength(21);
  });

  test.runIf(existsSync(given))('the copies are those that were given', () => {
    for (const name of models) {
      expect(read(name), name).toBe(readFileSync(new URL(name, given), 'utf8'));
    }
  });

  test('each is in docs/bpmn.md with what became of it', async () => {
    const rows = (await Promise.all(models.map(rowsOf))).flat();
    const document = readFileSync(new URL('../../docs/bpmn.md', import.meta.url), 'utf8');
    const table = document
      .split('\n')
      .filter((line) => /^\| [ABC]\.\d\.\d\.bpmn/u.test(line))
      .map((line) => line.replace(/\s+/gu, ' ').trim());
    expect(table).toEqual(rows.map((row) => row.replace(/\s+/gu, ' ')));
  });
});

/** Everybody who is not named yet is one person; acceptance before and a decision after. */
function runnable(main: FlowNode): FlowDefinition {
  const staffed = (node: FlowNode): FlowNode => {
    if (node.kind === 'step') return { ...node, posts: ['p1'] };
    if (node.kind === 'sequence') return { ...node, children: node.children.map(staffed) };
    if (node.kind !== 'choice' && node.kind !== 'parallel') return node;
    return { ...node, branches: node.branches.map((b) => ({ ...b, node: staffed(b.node) })) };
  };
  return { main: sequence('whole', intake, staffed(main), step('verdict', 'decision')) };
}

interface Walk {
  readonly name: string;
  readonly xml: string;
  readonly processId: string;
  readonly main: FlowNode;
}

async function walksOf(name: string): Promise<Walk[]> {
  const xml = withConditions(read(name));
  const processes = await importProcesses(xml);
  if ('refusals' in processes) return [];
  return processes.flatMap((found) => {
    if (!('flow' in found)) return [];
    return [{ name, xml, processId: found.processId, main: found.flow.main }];
  });
}

/** Steps behind which a gateway of these models sends the case back. */
const SENDS_BACK = /^(?:Rechnung klären|Approve advertisement)$/u;

/** How the conditions of these models come out; one that only has words never holds. */
function answer(condition: string, yes: boolean, isBack: boolean, isSendingBack: boolean): boolean {
  const words = condition.replace(/^\? /u, '');
  if (words.includes('clarified')) return words.includes("'yes'") === isBack;
  if (words.includes('answer')) return words.includes("'Yes'") === (isSendingBack ? !isBack : yes);
  if (!/[${(]/u.test(words)) return false;
  return /^(?:\$\{!|not\()/u.test(words) ? !yes : yes;
}

const ways = [
  { way: 'yes at every condition', yes: true, returns: 0 },
  { way: 'no at every condition', yes: false, returns: 0 },
  { way: 'sent back twice', yes: false, returns: 2 },
];
const walks = (await Promise.all(models.map(walksOf))).flat();

describe('what imports is walked as bpmn-engine walks the model', () => {
  const all = walks.flatMap((walk) => ways.map((way) => ({ ...walk, ...way })));
  test.each(all)('$name, $processId, $way', async ({ xml, processId, main, yes, returns }) => {
    const flow = runnable(main);
    const names = new Map(subtree(flow.main).map((node) => [elementId(node.id), node.name]));
    const isSendingBack = [...names.values()].includes('Approve advertisement');
    let left = returns;
    const kernel = new KernelRun(flow, {
      holds: (condition) => answer(condition, yes, false, isSendingBack),
      rejects: (stepName) => SENDS_BACK.test(stepName) && left > 0,
    });
    const engine = await EngineRun.start(forEngine(xml, processId), {
      mergesWait: false,
      holds: (text) =>
        /[${(]/u.test(text) ? answer(text, yes, left > 0, isSendingBack) : undefined,
    });
    kernel.finish(0);
    const here = () => kernel.open().map((open) => names.get(open.elementId.split('..')[0] ?? ''));
    let acts = 0;
    for (; acts < MOST_ACTS && engine.open().length > 0; acts += 1) {
      const [open, expected] = [engine.open(), here()];
      expect(open.map((waiting) => waiting.name).toSorted()).toEqual(expected.toSorted());
      const place = acts % expected.length;
      const chosen = open.find((waiting) => waiting.name === expected[place]);
      kernel.finish(place);
      engine.finish(chosen?.elementId ?? '');
      if (SENDS_BACK.test(chosen?.name ?? '')) left -= 1;
    }
    expect(here()).toEqual(['verdict']);
    expect(engine.isEnded).toBe(true);
    expect(acts).toBeGreaterThan(0);
  });
});

const MOST_ACTS = 60;
