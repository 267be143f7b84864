/**
 * BPMN 2.0 as flows. A model imports whole or not at all: what does not fold into a tree is refused
 * with the element named, and every process of a file is judged by itself.
 */
import { Value } from '@sinclair/typebox/value';
import type { FlowDefinition, FlowNode } from '@yichuang/kernel/flow';
import type { ModdleElement } from 'bpmn-moddle';
import { FlowDefinitionSchema } from '../catalogue/index.ts';
import { extensionOf } from './extension.ts';
import { unreached } from './find-loop.ts';
import { fold } from './fold.ts';
import { ImportSession } from './import-session.ts';
import type { Suggestion } from './suggestion.ts';
import { loopsAsReturns } from './loops-as-returns.ts';
import { plainGraph } from './plain-graph.ts';
import { readGraph } from './read-graph.ts';
import { elementsOf, MOST_ELEMENTS, readXml } from './read-xml.ts';
import { oneLine, refusal, type BpmnRefusal } from './refusals.ts';
import type { SequenceMark } from './sequences.ts';

export type Imported =
  | { readonly flow: FlowDefinition; readonly suggestions: readonly Suggestion[] }
  | { readonly refusals: readonly BpmnRefusal[] };

export type ImportedProcess = Imported & { readonly processId: string; readonly name: string };

/** Every process of the file, our own pair of `main` and `denied` as one. */
export async function importProcesses(
  xml: string,
): Promise<readonly ImportedProcess[] | { readonly refusals: readonly BpmnRefusal[] }> {
  const read = await readXml(xml);
  if ('refusals' in read) return read;
  const denied = read.processes.find((process) => rootOf(process) === 'denied');
  const hasMain = read.processes.some((process) => rootOf(process) === 'main');
  return read.processes
    .filter((process) => process !== denied || !hasMain)
    .map((process) => ({
      processId: process.id ?? '',
      name: oneLine(process.name) || (process.id ?? ''),
      ...importFlow(process, rootOf(process) === 'main' ? denied : undefined),
    }));
}

/**
 * One process of the file.
 * @param processId which; needed where the file has several
 */
export async function importBpmn(xml: string, processId?: string): Promise<Imported> {
  const processes = await importProcesses(xml);
  if ('refusals' in processes) return processes;
  const [first, ...others] = processes;
  const chosen = processes.find((process) => process.processId === processId);
  if (chosen !== undefined) return chosen;
  if (first !== undefined && others.length === 0 && processId === undefined) return first;
  const names = processes.map((process) => `${process.name} (${process.processId})`).join('、');
  return { refusals: [refusal('bpmn-choose-process', {}, names)] };
}

function rootOf(process: ModdleElement): 'main' | 'denied' | undefined {
  return extensionOf(process, 'Flow')?.root;
}

function importFlow(process: ModdleElement, deniedProcess: ModdleElement | undefined): Imported {
  const session = new ImportSession();
  const main = foldProcess(process, session);
  const denied = deniedProcess === undefined ? undefined : foldProcess(deniedProcess, session);
  if (main === undefined || session.refusals.length > 0) return { refusals: session.refusals };
  const flow: FlowDefinition = denied === undefined ? { main } : { main, denied };
  const problem = shapeProblem(flow);
  if (problem !== undefined) return { refusals: [refusal('bpmn-flow-invalid', process, problem)] };
  return { flow, suggestions: session.suggestions };
}

/** Of what a file says in our own namespace anything may be forged. */
function shapeProblem(flow: FlowDefinition): string | undefined {
  if (depthOf(flow.main) > MOST_DEPTH) return 'depth';
  if (Value.Check(FlowDefinitionSchema, flow)) return undefined;
  return Value.Errors(FlowDefinitionSchema, flow).First()?.path ?? '';
}

const MOST_DEPTH = 40;

function depthOf(node: FlowNode): number {
  if (node.kind === 'sequence') return 1 + Math.max(0, ...node.children.map(depthOf));
  if (node.kind !== 'choice' && node.kind !== 'parallel') return 1;
  return 1 + Math.max(0, ...node.branches.map((branch) => depthOf(branch.node)));
}

function foldProcess(container: ModdleElement, session: ImportSession): FlowNode | undefined {
  readLanes(container, session);
  const drawn = readGraph(container, session, (inside) => foldProcess(inside, session));
  const graph = drawn === undefined ? undefined : loopsAsReturns(drawn, session);
  if (graph === undefined) return undefined;
  const lost = unreached(graph);
  if (lost !== undefined) return session.refuse('bpmn-several-starts', lost.element);
  return fold(plainGraph(graph), { session, marks: marksOf(container) });
}

function marksOf(container: ModdleElement): SequenceMark[] {
  const written = extensionOf(container, 'Flow')?.fields['sequences'];
  // As many as a readable file may have elements: each is looked for in every line.
  return Array.isArray(written) ? written.filter(isMark).slice(0, MOST_ELEMENTS) : [];
}

function isMark(value: unknown): value is SequenceMark {
  if (typeof value !== 'object' || value === null) return false;
  const { id, name, children } = value as Record<string, unknown>;
  return typeof id === 'string' && typeof name === 'string' && Array.isArray(children);
}

/** Who stands at the side of the drawing: the innermost lane that holds the element. */
function readLanes(container: ModdleElement, session: ImportSession): void {
  const visit = (set: ModdleElement): void => {
    for (const lane of elementsOf(set, 'lanes')) {
      for (const { id } of elementsOf(lane, 'flowNodeRef')) {
        const name = oneLine(lane.name);
        if (id !== undefined && name !== '') session.lanes.set(id, name);
      }
      const child = lane['childLaneSet'];
      if (typeof child === 'object' && child !== null) visit(child as ModdleElement);
    }
  };
  for (const set of elementsOf(container, 'laneSets')) visit(set);
}
