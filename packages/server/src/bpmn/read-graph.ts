/** The elements of a process as a graph; whatever cannot fold is refused with its name. */
import type { FlowNode } from '@yichuang/kernel/flow';
import type { ModdleElement } from 'bpmn-moddle';
import { asElement, extensionOf } from './extension.ts';
import type { Arc, GatewayKind, Graph, Vertex } from './graph.ts';
import type { ImportSession } from './import-session.ts';
import { readCatch, readEnd, readStart, readThrow } from './read-event.ts';
import { isTask, readCall, readStep, readTask } from './read-leaf.ts';
import { readSubcases } from './read-subcases.ts';
import { elementsOf, nodesOf } from './read-xml.ts';
import { oneLine, type BpmnRefusalCode } from './refusals.ts';

/** How the inside of a sub-process becomes one node: it folds as the whole does. */
export type FoldInside = (container: ModdleElement) => FlowNode | undefined;

/** Undefined after a refusal; every element of the container has been looked at by then. */
export function readGraph(
  container: ModdleElement,
  session: ImportSession,
  foldInside: FoldInside,
): Graph | undefined {
  const before = session.refusals.length;
  const vertices = new Map<string, Vertex>();
  for (const element of nodesOf(container)) {
    const vertex = readVertex(element, container, session, foldInside);
    if (vertex !== undefined) vertices.set(element.id ?? '', vertex);
  }
  // Lines of a refused element lead nowhere: only its own refusal is worth reading.
  if (session.refusals.length > before) return undefined;
  const out = readArcs(container, vertices, session);
  if (session.refusals.length > before) return undefined;
  const into = new Map<Vertex, number>();
  for (const { to } of [...out.values()].flat()) into.set(to, (into.get(to) ?? 0) + 1);
  const start = findStart(container, [...vertices.values()], into, session);
  if (start === undefined || session.refusals.length > before) return undefined;
  return { start, vertices: [...vertices.values()], out, into };
}

const GATEWAYS: Readonly<Record<string, GatewayKind>> = {
  ExclusiveGateway: 'exclusive',
  ParallelGateway: 'parallel',
  InclusiveGateway: 'inclusive',
};

const REFUSED: Readonly<Record<string, BpmnRefusalCode>> = {
  EventBasedGateway: 'bpmn-event-gateway',
  ComplexGateway: 'bpmn-complex-gateway',
  Transaction: 'bpmn-transaction',
  AdHocSubProcess: 'bpmn-ad-hoc',
};

function readVertex(
  element: ModdleElement,
  container: ModdleElement,
  session: ImportSession,
  foldInside: FoldInside,
): Vertex | undefined {
  const type = element.$type.replace('bpmn:', '');
  const refused = REFUSED[type];
  if (refused !== undefined) return session.refuse(refused, element);
  const kind = GATEWAYS[type];
  if (kind !== undefined) return { role: 'gateway', element, kind };
  if (type === 'StartEvent') return readStart(element, container, session);
  if (type === 'EndEvent') return readEnd(element, session);
  if (type === 'IntermediateCatchEvent') return readCatch(element, session);
  if (type === 'IntermediateThrowEvent') return readThrow(element, session);
  if (type === 'BoundaryEvent') {
    const host = asElement(element['attachedToRef']);
    return session.refuse('bpmn-boundary-event', element, oneLine(host?.name) || (host?.id ?? ''));
  }
  if (isRefusedActivity(element, type, session)) return undefined;
  const node = readActivity(element, type, session, foldInside);
  return node === undefined ? undefined : { role: 'leaf', element, node };
}

function isRefusedActivity(element: ModdleElement, type: string, session: ImportSession): boolean {
  const before = session.refusals.length;
  const loop = asElement(element['loopCharacteristics'])?.$type;
  const isSeveral = loop === 'bpmn:MultiInstanceLoopCharacteristics' && isTask(type);
  if (element['isForCompensation'] === true) session.refuse('bpmn-compensation', element);
  if (loop !== undefined && !isSeveral) session.refuse('bpmn-repeated', element);
  if (element['triggeredByEvent'] === true) session.refuse('bpmn-event-subprocess', element);
  return session.refusals.length > before;
}

function readActivity(
  element: ModdleElement,
  type: string,
  session: ImportSession,
  foldInside: FoldInside,
): FlowNode | undefined {
  if (isTask(type)) return readTask(element, session);
  if (type === 'CallActivity') return readCall(element, session);
  if (type !== 'SubProcess') return session.refuse('bpmn-element-unknown', element);
  if (extensionOf(element, 'Node')?.kind === 'subcases') return readSubcases(element, session);
  if (nodesOf(element).length > 0) return foldInside(element);
  // A box that nobody has drawn the inside of yet is work that somebody has to do.
  const step = readStep(element, session);
  session.suggest('was-empty', step);
  return step;
}

function readArcs(
  container: ModdleElement,
  vertices: ReadonlyMap<string, Vertex>,
  session: ImportSession,
): Map<Vertex, Arc[]> {
  const out = new Map<Vertex, Arc[]>();
  for (const element of elementsOf(container, 'flowElements')) {
    if (element.$type !== 'bpmn:SequenceFlow') continue;
    const source = asElement(element['sourceRef']);
    const from = vertices.get(source?.id ?? '');
    const to = vertices.get(asElement(element['targetRef'])?.id ?? '');
    if (source === undefined || from === undefined || to === undefined) {
      session.refuse('bpmn-flow-broken', element);
      continue;
    }
    const when = conditionOf(element);
    const isDefault = asElement(source['default']) === element;
    const arc = { element, from, to, isDefault, ...(when === undefined ? {} : { when }) };
    out.set(from, [...(out.get(from) ?? []), arc]);
  }
  for (const [vertex, arcs] of out) out.set(vertex, inDrawnOrder(vertex.element, arcs));
  return out;
}

/** The order decides which condition is asked first; `outgoing` has it, where it is written. */
function inDrawnOrder(source: ModdleElement, arcs: readonly Arc[]): Arc[] {
  const drawn = elementsOf(source, 'outgoing');
  const place = ({ element }: Arc): number => {
    const found = drawn.indexOf(element);
    return found === -1 ? drawn.length : found;
  };
  return arcs.toSorted((a, b) => place(a) - place(b));
}

/** Our own text of a condition where nobody changed it: XML keeps no blanks at its ends. */
function conditionOf(flow: ModdleElement): string | undefined {
  const body = asElement(flow['conditionExpression'])?.['body'];
  if (typeof body !== 'string' || body.trim() === '') return undefined;
  const own = extensionOf(flow, 'Branch')?.fields['when'];
  return typeof own === 'string' && own.trim() === body.trim() ? own : body.trim();
}

function findStart(
  container: ModdleElement,
  vertices: readonly Vertex[],
  into: ReadonlyMap<Vertex, number>,
  session: ImportSession,
): Vertex | undefined {
  const starts = vertices.filter((vertex) => !into.has(vertex));
  const [first, ...others] = starts.toSorted((a, b) => startRank(a) - startRank(b));
  if (first === undefined) return session.refuse('bpmn-no-start', container);
  for (const { element } of others) session.refuse('bpmn-several-starts', element);
  return first;
}

function startRank({ element }: Vertex): number {
  return element.$type === 'bpmn:StartEvent' ? 0 : 1;
}
