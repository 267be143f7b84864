/** XML that a stranger handed in, as elements. */
import type { ModdleElement } from 'bpmn-moddle';
import { asElement, moddle } from './extension.ts';
import { refusal, type BpmnRefusal } from './refusals.ts';

export const MOST_BYTES = 1_000_000;
export const MOST_ELEMENTS = 2000;
/** Sub-processes in sub-processes: nobody draws so many, and each is a call within a call. */
const MOST_LEVELS = 1_100;

export type ReadXml =
  { readonly processes: readonly ModdleElement[] } | { readonly refusals: readonly BpmnRefusal[] };

/**
 * The processes of a BPMN file, those of a pool without content left out.
 *
 * DOCTYPE is refused unread: the parser expands no entities, but the next one might (XXE and
 * "billion laughs" both need it), and BPMN never has one.
 */
export async function readXml(xml: string): Promise<ReadXml> {
  const file = { id: '', name: '' };
  if (Buffer.byteLength(xml) > MOST_BYTES) return { refusals: [refusal('bpmn-too-large', file)] };
  if (/<!(?:DOCTYPE|ENTITY)/iu.test(xml)) {
    return { refusals: [refusal('bpmn-unreadable', file, 'DOCTYPE')] };
  }
  const read = await parse(xml);
  if ('problem' in read) return { refusals: [refusal('bpmn-unreadable', file, read.problem)] };
  const processes = elementsOf(read.root, 'rootElements').filter(
    (element) => element.$type === 'bpmn:Process' && nodesOf(element).length > 0,
  );
  if (processes.length === 0) return { refusals: [refusal('bpmn-no-process', file)] };
  if (processes.reduce((sum, process) => sum + countOf(process), 0) > MOST_ELEMENTS) {
    return { refusals: [refusal('bpmn-too-large', file)] };
  }
  return { processes };
}

type Parsed = { readonly root: ModdleElement } | { readonly problem: string };

async function parse(xml: string): Promise<Parsed> {
  try {
    const { rootElement, warnings } = await moddle.fromXML(xml);
    // The parser goes on after an element that it cannot read; half a model is none.
    const broken = warnings.find((warning) => warning.error !== undefined);
    if (broken !== undefined) return { problem: firstLine(broken.message) };
    if (rootElement.$type !== 'bpmn:Definitions') return { problem: rootElement.$type };
    return { root: rootElement };
  } catch (error) {
    return { problem: firstLine(error instanceof Error ? error.message : String(error)) };
  }
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '').slice(0, 200);
}

export function elementsOf(element: ModdleElement, property: string): ModdleElement[] {
  const list = element[property];
  if (!Array.isArray(list)) return [];
  return list.flatMap((value) => asElement(value) ?? []);
}

/** Of a process or a sub-process: what is no line and no data. */
export function nodesOf(container: ModdleElement): ModdleElement[] {
  return elementsOf(container, 'flowElements').filter(
    ({ $type }) => $type !== 'bpmn:SequenceFlow' && !$type.startsWith('bpmn:Data'),
  );
}

function countOf(container: ModdleElement, level = 0): number {
  if (level > MOST_LEVELS) return Infinity;
  const inside = elementsOf(container, 'flowElements');
  return inside.reduce((sum, element) => sum + 1 + countOf(element, level + 1), 0);
}
