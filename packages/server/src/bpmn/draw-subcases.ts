/**
 * Cases of several departments as call activities in an expanded sub-process: those without a
 * predecessor begin at once, the others when what they wait for is concluded. Each part has a row
 * of its own, so no line crosses a shape.
 */
import type { SubcasePart, SubcasesNode } from '@yichuang/kernel/flow';
import { arrangeParts, PADDING } from './arrange-parts.ts';
import { drawSplit } from './draw-split.ts';
import { GATEWAY, inLine, single, type Block } from './drawing.ts';
import { edgeId, elementId, partId } from './element-id.ts';
import { nodeExtension, taskSize } from './node-shape.ts';

export function drawSubcases(node: SubcasesNode): Block {
  const blocks = new Map(node.parts.map((part) => [part.id, drawPart(node, part)]));
  const inside = arrangeParts(node.parts, blocks);
  const width = Math.max(...inside.shapes.map((shape) => shape.x + shape.width), 0) + PADDING;
  const height = inside.height + PADDING;
  const id = elementId(node.id);
  return {
    shapes: [
      {
        elementId: id,
        type: 'bpmn:SubProcess',
        name: node.name,
        extension: nodeExtension(node),
        x: 0,
        y: 0,
        width: Math.max(width, 200),
        height,
        inside: { shapes: inside.shapes, edges: inside.edges },
      },
    ],
    edges: [],
    width: Math.max(width, 200),
    height,
    middle: height / 2,
    ends: { first: id, last: id },
  };
}

/** The case itself; around it a gateway where it depends, before it one where it waits for two. */
function drawPart(node: SubcasesNode, part: SubcasePart): Block {
  const { id, itemCode, name, when, after = [], ...rest } = part;
  const task = single({
    elementId: partId(node.id, id),
    type: 'bpmn:CallActivity',
    name: name ?? itemCode,
    extension: {
      type: 'Node',
      id,
      kind: 'part',
      fields: { ...rest, ...(name === undefined ? {} : { name }), ...(part.after && { after }) },
    },
    says: { what: 'call', calledElement: itemCode },
    ...taskSize(name ?? itemCode),
  });
  const block = when === undefined ? task : conditional(node, part, when, task);
  if (after.length < 2) return block;
  const gate = single({
    elementId: partId(node.id, id, 'after'),
    type: 'bpmn:ParallelGateway',
    width: GATEWAY,
    height: GATEWAY,
  });
  return inLine([gate, block], edgeId);
}

function conditional(node: SubcasesNode, { id }: SubcasePart, when: string, task: Block): Block {
  const type = 'bpmn:ExclusiveGateway';
  const join = partId(node.id, id, 'join');
  const nothing: Block = { shapes: [], edges: [], width: 0, height: 0, middle: 0 };
  return drawSplit({
    split: { elementId: partId(node.id, id, 'if'), type },
    join: { elementId: join, type },
    branches: [
      {
        block: task,
        flowId: `Flow_${partId(node.id, id, 'then')}`,
        when,
        name: when,
        extension: { type: 'Branch', id, fields: { when } },
      },
      { block: nothing, flowId: `Flow_${partId(node.id, id, 'else')}`, isDefault: true },
    ],
    outId: ({ block, flowId }) =>
      block.ends === undefined ? flowId : edgeId(block.ends.last, join),
  });
}
