/** Our own sub-process of cases: its parts are the calls in it, their order is what is drawn. */
import type { SubcasePart, SubcasesNode } from '@yichuang/kernel/flow';
import type { ModdleElement } from 'bpmn-moddle';
import { asElement, extensionOf } from './extension.ts';
import type { ImportSession } from './import-session.ts';
import { elementsOf, nodesOf } from './read-xml.ts';

export function readSubcases(
  element: ModdleElement,
  session: ImportSession,
): SubcasesNode | undefined {
  const own = extensionOf(element, 'Node');
  if (own === undefined) return undefined;
  const flows = elementsOf(element, 'flowElements').filter(
    ({ $type }) => $type === 'bpmn:SequenceFlow',
  );
  const nodes = nodesOf(element);
  const strange = nodes.filter(
    ({ $type }) =>
      !['bpmn:CallActivity', 'bpmn:ParallelGateway', 'bpmn:ExclusiveGateway'].includes($type),
  );
  for (const other of strange) session.refuse('bpmn-element-unknown', other);
  const calls = nodes.filter(({ $type }) => $type === 'bpmn:CallActivity');
  const ids = new Map(calls.map((call) => [call, extensionOf(call, 'Node')?.id ?? call.id ?? '']));
  const base = { ...own.fields, kind: 'subcases', id: session.keptId(own.id) };
  const parts = calls.map((call) => readPart(call, ids, flows));
  return { ...base, name: element.name ?? own.id, parts } as SubcasesNode;
}

function readPart(
  call: ModdleElement,
  ids: ReadonlyMap<ModdleElement, string>,
  flows: readonly ModdleElement[],
): SubcasePart {
  const own = extensionOf(call, 'Node');
  const { name: ownName, after: ownAfter, ...fields } = own?.fields ?? {};
  const id = ids.get(call) ?? '';
  const itemCode = typeof call['calledElement'] === 'string' ? call['calledElement'] : id;
  const before = predecessors(call, ids, flows, new Set());
  const when = conditionBefore(call, flows);
  const isNamed = call.name !== undefined && (ownName !== undefined || call.name !== itemCode);
  return {
    ...fields,
    id,
    itemCode,
    ...(isNamed && call.name !== undefined ? { name: call.name } : {}),
    ...(when === undefined ? {} : { when }),
    ...afterOf(before, ownAfter),
  };
}

/** As it was written, where the drawing still says the same; the order of a list is not drawn. */
function afterOf(drawn: readonly string[], own: unknown): Pick<SubcasePart, 'after'> {
  const written = Array.isArray(own) ? own.filter((id) => typeof id === 'string') : undefined;
  const isSame = written !== undefined && [...written].sort().join() === [...drawn].sort().join();
  if (isSame) return { after: written };
  return drawn.length === 0 ? {} : { after: drawn };
}

/** The calls from which a line leads here, through gateways only. */
function predecessors(
  element: ModdleElement,
  ids: ReadonlyMap<ModdleElement, string>,
  flows: readonly ModdleElement[],
  seen: Set<ModdleElement>,
): string[] {
  const sources = flows
    .filter((flow) => asElement(flow['targetRef']) === element)
    .flatMap((flow) => asElement(flow['sourceRef']) ?? []);
  const found = sources.flatMap((source) => {
    const id = ids.get(source);
    if (id !== undefined) return [id];
    if (seen.has(source)) return [];
    seen.add(source);
    return predecessors(source, ids, flows, seen);
  });
  return [...new Set(found)];
}

function conditionBefore(call: ModdleElement, flows: readonly ModdleElement[]): string | undefined {
  const into = flows.find((flow) => asElement(flow['targetRef']) === call);
  const body = into === undefined ? undefined : asElement(into['conditionExpression'])?.['body'];
  if (into === undefined || typeof body !== 'string') return undefined;
  const own = extensionOf(into, 'Branch')?.fields['when'];
  return typeof own === 'string' && own.trim() === body.trim() ? own : body.trim();
}
