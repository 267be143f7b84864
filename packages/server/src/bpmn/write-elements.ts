/** The shapes and edges of a root as the elements of a BPMN process. */
import type { ModdleElement } from 'bpmn-moddle';
import type { Drawing, Edge, Says, Shape } from './drawing.ts';
import { moddle, writeExtension } from './extension.ts';
import type { Root } from './root.ts';

/** Messages and signals are elements of the file, not of a process. */
export interface SharedElements {
  readonly messages: Map<string, ModdleElement>;
  readonly signals: Map<string, ModdleElement>;
}

export interface Written {
  readonly process: ModdleElement;
  readonly elements: ReadonlyMap<string, ModdleElement>;
}

export function writeElements(root: Root, shared: SharedElements): Written {
  const elements = new Map<string, ModdleElement>();
  const process = moddle.create('bpmn:Process', {
    id: `Process_${root.root}`,
    name: root.name,
    // What follows a refusal is begun by the main process.
    isExecutable: root.root === 'main',
    extensionElements: writeExtension({
      type: 'Flow',
      root: root.root,
      fields: { sequences: root.sequences },
    }),
  });
  fill(process, root.drawing);
  return { process, elements };

  function fill(parent: ModdleElement, drawing: Drawing): void {
    const nodes = drawing.shapes.map((shape) => nodeOf(shape, shared));
    drawing.shapes.forEach((shape, i) => {
      const node = nodes[i];
      if (node === undefined) return;
      elements.set(shape.elementId, node);
      if (shape.inside !== undefined) fill(node, shape.inside);
    });
    const flows = drawing.edges.map((edge) => flowOf(edge, elements));
    for (const [i, { elementId }] of drawing.edges.entries()) {
      const flow = flows[i];
      if (flow !== undefined) elements.set(elementId, flow);
    }
    parent['flowElements'] = [...nodes, ...flows];
  }
}

function nodeOf(shape: Shape, shared: SharedElements): ModdleElement {
  const { elementId: id, type, name, extension, says } = shape;
  return moddle.create(type, {
    id,
    ...(name === undefined ? {} : { name }),
    ...(extension === undefined ? {} : { extensionElements: writeExtension(extension) }),
    ...(says === undefined ? {} : saying(id, says, shared)),
    incoming: [],
    outgoing: [],
  });
}

function saying(id: string, says: Says, shared: SharedElements): Record<string, unknown> {
  const expression = (body: string) => moddle.create('bpmn:FormalExpression', { body });
  switch (says.what) {
    case 'loop': {
      const { isSequential, count, until } = says;
      const loop = moddle.create('bpmn:MultiInstanceLoopCharacteristics', {
        isSequential,
        loopCardinality: expression(String(count)),
        ...(until === undefined ? {} : { completionCondition: expression(until) }),
      });
      return { loopCharacteristics: loop };
    }
    case 'call':
      return { calledElement: says.calledElement };
    case 'timer': {
      const timeDuration = expression(says.duration);
      return { eventDefinitions: [definition('Timer', { timeDuration })] };
    }
    case 'message': {
      const messageRef = sharedOf(shared.messages, 'Message', says.messageName);
      return { eventDefinitions: [definition('Message', { messageRef })] };
    }
    case 'signal': {
      const signalRef = sharedOf(shared.signals, 'Signal', says.signalName);
      return { eventDefinitions: [definition('Signal', { signalRef })] };
    }
  }

  function definition(kind: string, properties: Record<string, unknown>): ModdleElement {
    return moddle.create(`bpmn:${kind}EventDefinition`, { id: `${id}..on`, ...properties });
  }
}

function sharedOf(
  known: Map<string, ModdleElement>,
  kind: 'Message' | 'Signal',
  name: string,
): ModdleElement {
  const found =
    known.get(name) ?? moddle.create(`bpmn:${kind}`, { id: `${kind}_${known.size + 1}`, name });
  known.set(name, found);
  return found;
}

function flowOf(edge: Edge, elements: ReadonlyMap<string, ModdleElement>): ModdleElement {
  const { elementId: id, name, when, extension } = edge;
  const [sourceRef, targetRef] = [elements.get(edge.from), elements.get(edge.to)];
  if (sourceRef === undefined || targetRef === undefined) {
    throw new Error(`flow ${id} has no ends`);
  }
  const flow = moddle.create('bpmn:SequenceFlow', {
    id,
    sourceRef,
    targetRef,
    ...(name === undefined ? {} : { name }),
    ...(extension === undefined ? {} : { extensionElements: writeExtension(extension) }),
    ...(when === undefined
      ? {}
      : { conditionExpression: moddle.create('bpmn:FormalExpression', { body: when }) }),
  });
  append(sourceRef, 'outgoing', flow);
  append(targetRef, 'incoming', flow);
  if (edge.isDefault === true) sourceRef['default'] = flow;
  return flow;
}

function append(element: ModdleElement, list: 'incoming' | 'outgoing', flow: ModdleElement): void {
  const known = element[list];
  element[list] = [...(Array.isArray(known) ? (known as unknown[]) : []), flow];
}
