/** What a person does, what the system does, what is waited for: elements that become one node. */
import type { FlowNode, StepNode, WaitNode } from '@yichuang/kernel/flow';
import type { ModdleElement } from 'bpmn-moddle';
import { asElement, extensionOf } from './extension.ts';
import type { ImportSession } from './import-session.ts';
import { elementsOf } from './read-xml.ts';
import { oneLine } from './refusals.ts';

const AUTOMATIC = new Set(['ServiceTask', 'ScriptTask', 'BusinessRuleTask', 'SendTask']);
const MANUAL = new Set(['Task', 'UserTask', 'ManualTask']);

export function isTask(type: string): boolean {
  return AUTOMATIC.has(type) || MANUAL.has(type) || type === 'ReceiveTask';
}

/** The node that we exported, where the element still is of its kind. */
export function ownNode(element: ModdleElement, session: ImportSession): FlowNode | undefined {
  const own = extensionOf(element, 'Node');
  const type = element.$type.replace('bpmn:', '');
  const isOfKind =
    (own?.kind === 'step' && MANUAL.has(type)) ||
    (own?.kind === 'automatic' && AUTOMATIC.has(type)) ||
    (own?.kind === 'wait' && type === 'IntermediateCatchEvent');
  if (own === undefined || !isOfKind) return undefined;
  const base = { ...own.fields, kind: own.kind, id: session.keptId(own.id) };
  // Checked as a whole against the schema of flows before anybody sees it.
  return { ...base, name: element.name ?? own.id } as unknown as FlowNode;
}

export function readTask(element: ModdleElement, session: ImportSession): FlowNode {
  const type = element.$type.replace('bpmn:', '');
  const own = ownNode(element, session);
  if (own !== undefined) return own;
  if (type === 'ReceiveTask') {
    return waitFor(element, session, { until: 'message', messageName: messageOf(element) });
  }
  const step = readStep(element, session);
  if (AUTOMATIC.has(type)) session.suggest('was-automatic', step, type);
  return step;
}

/** A step for a person; who that is, the lane suggests. */
export function readStep(element: ModdleElement, session: ImportSession): StepNode {
  const id = session.idFor(element.id ?? '');
  const name = session.nameOf(element, id);
  const step: StepNode = {
    kind: 'step',
    id,
    name,
    duty: 'task',
    posts: [],
    agreement: agreementOf(element),
  };
  if (step.agreement.rule !== 'one') session.suggest('was-repeated', step);
  for (const post of postsOf(element, session)) session.suggest('post', step, post);
  return step;
}

/** Several at once, or one after the other, on one thing: that is a countersignature. */
function agreementOf(element: ModdleElement): StepNode['agreement'] {
  const loop = asElement(element['loopCharacteristics']);
  if (loop?.$type !== 'bpmn:MultiInstanceLoopCharacteristics') return { rule: 'one' };
  if (loop['isSequential'] === true) return { rule: 'in-turn' };
  return { rule: 'all', rejectCounts: 'at-once' };
}

function postsOf(element: ModdleElement, session: ImportSession): string[] {
  const lane = session.lanes.get(element.id ?? '');
  const named = elementsOf(element, 'resources').map((resource) =>
    oneLine(asElement(resource['resourceRef'])?.name),
  );
  const all = [...named, ...(lane === undefined ? [] : [lane])];
  return [...new Set(all)].filter((post) => post !== '');
}

export function waitFor(
  element: ModdleElement,
  session: ImportSession,
  what: Pick<WaitNode, 'until' | 'limit' | 'messageName'>,
): WaitNode {
  const id = session.idFor(element.id ?? '');
  return { kind: 'wait', id, name: session.nameOf(element, id), ...what };
}

/** The name of the message or signal that is waited for, else of the element that waits. */
export function messageOf(element: ModdleElement, trigger: ModdleElement = element): string {
  const named = asElement(trigger['messageRef']) ?? asElement(trigger['signalRef']);
  const name = oneLine(named?.name) || oneLine(element.name) || (element.id ?? '');
  return name.slice(0, 200);
}

/** A case of another item; which one, the element that it calls says. */
export function readCall(element: ModdleElement, session: ImportSession): FlowNode {
  const id = session.idFor(element.id ?? '');
  const name = session.nameOf(element, id);
  const called = element['calledElement'];
  const itemCode = typeof called === 'string' && called !== '' ? called : id;
  session.suggest('called-item', { id, name }, itemCode);
  return { kind: 'subcases', id, name, parts: [{ id: 'part', itemCode }] };
}
