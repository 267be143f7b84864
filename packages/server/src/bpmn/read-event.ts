/** Events in the middle and at the ends of a process. */
import type { ModdleElement } from 'bpmn-moddle';
import { asElement, extensionOf } from './extension.ts';
import type { Vertex } from './graph.ts';
import type { ImportSession } from './import-session.ts';
import { messageOf, ownNode, readStep, waitFor } from './read-leaf.ts';
import { elementsOf } from './read-xml.ts';
import { oneLine } from './refusals.ts';

/** `Timer`, `Message`, … in the order of the element. */
function triggersOf(element: ModdleElement): string[] {
  return elementsOf(element, 'eventDefinitions').map(({ $type }) =>
    $type.replace('bpmn:', '').replace('EventDefinition', ''),
  );
}

/** A case begins when it is filed: that is a message to us, or needs no trigger at all. */
export function readStart(
  element: ModdleElement,
  container: ModdleElement,
  session: ImportSession,
): Vertex | undefined {
  const triggers = triggersOf(element);
  const isOurs = extensionOf(container, 'Flow') !== undefined;
  const strange = isOurs ? undefined : triggers.find((trigger) => trigger !== 'Message');
  if (strange !== undefined) return session.refuse('bpmn-start-unsupported', element, strange);
  if (!isOurs && triggers.length > 0) {
    const id = element.id ?? '';
    session.suggest('started-by-message', { id, name: oneLine(element.name) || id });
  }
  return { role: 'pass', element };
}

export function readEnd(element: ModdleElement, session: ImportSession): Vertex | undefined {
  const triggers = triggersOf(element);
  const strange = triggers.find((trigger) => trigger !== 'Terminate' && trigger !== 'Message');
  if (strange !== undefined) return refuseEvent(element, strange, session);
  // The vertex that ends is added behind it: somebody sends the message first.
  if (triggers.includes('Message')) return sending(element, session);
  return { role: 'end', element, isTerminate: triggers.length > 0 };
}

export function readCatch(element: ModdleElement, session: ImportSession): Vertex | undefined {
  const own = ownNode(element, session);
  if (own !== undefined) return { role: 'leaf', element, node: own };
  const [trigger = 'None', ...more] = triggersOf(element);
  const definition = elementsOf(element, 'eventDefinitions')[0];
  if (definition === undefined || more.length > 0) return refuseEvent(element, trigger, session);
  switch (trigger) {
    case 'Message':
    case 'Signal': {
      const what = { until: 'message', messageName: messageOf(element, definition) } as const;
      return { role: 'leaf', element, node: waitFor(element, session, what) };
    }
    case 'Timer':
      return readTimer(element, definition, session);
    default:
      return refuseEvent(element, trigger, session);
  }
}

/** Whole days only: limits here are days, and hours would promise what nobody watches. */
function readTimer(
  element: ModdleElement,
  definition: ModdleElement,
  session: ImportSession,
): Vertex | undefined {
  const said = ['timeDuration', 'timeDate', 'timeCycle'].flatMap((kind) => {
    const body = asElement(definition[kind])?.['body'];
    return typeof body === 'string' ? [{ kind, body: body.trim() }] : [];
  })[0];
  const [, amount, unit] = /^P(\d{1,3})([DW])$/u.exec(said?.body ?? '') ?? [];
  if (said?.kind !== 'timeDuration' || amount === undefined || Number(amount) === 0) {
    return session.refuse('bpmn-timer-unsupported', element, said?.body ?? '');
  }
  const days = Number(amount) * (unit === 'W' ? 7 : 1);
  const what = { until: 'time', limit: { amount: days, unit: 'CD' } } as const;
  return { role: 'leaf', element, node: waitFor(element, session, what) };
}

/** Without a trigger it marks a place; a message is sent by a person until it is automatic. */
export function readThrow(element: ModdleElement, session: ImportSession): Vertex | undefined {
  const [trigger, ...more] = triggersOf(element);
  if (trigger === undefined) return { role: 'pass', element };
  if (trigger === 'Message' && more.length === 0) return sending(element, session);
  return refuseEvent(element, trigger, session);
}

function sending(element: ModdleElement, session: ImportSession): Vertex {
  const node = readStep(element, session);
  session.suggest('was-message', node);
  return { role: 'leaf', element, node };
}

function refuseEvent(element: ModdleElement, trigger: string, session: ImportSession): undefined {
  if (trigger === 'Compensate') return session.refuse('bpmn-compensation', element);
  return session.refuse('bpmn-event-unsupported', element, trigger);
}
