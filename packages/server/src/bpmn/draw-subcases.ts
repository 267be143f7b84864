/**
 * Cases of several departments as call activities in an expanded sub-process: those without a
 * predecessor begin at once, the others when what they wait for is concluded. Each part has a row
 * of its own, so no line crosses a shape.
 */
import type { SubcasePart, SubcasesNode } from '@yichuang/kernel/flow';
import { drawSplit } from './draw-split.ts';
import {
  GAP,
  GATEWAY,
  inLine,
  moved,
  single,
  type Block,
  type Drawing,
  type Edge,
  type Shape,
} from './drawing.ts';
import { edgeId, elementId, partId } from './element-id.ts';
import { nodeExtension, taskSize } from './node-shape.ts';

const PADDING = 40;
const ROW_GAP = 30;
/** From one column to the next, where the lines turn. */
const GUTTER = 60;

export function drawSubcases(node: SubcasesNode): Block {
  const blocks = new Map(node.parts.map((part) => [part.id, drawPart(node, part)]));
  const columns = columnsOf(node.parts);
  const inside = arrange(node, blocks, columns);
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

/** One more than the farthest predecessor; what is not a part, or waits for itself, counts not. */
function columnsOf(parts: readonly SubcasePart[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const columnOf = (id: string, before: readonly string[]): number => {
    const known = found.get(id);
    if (known !== undefined) return known;
    const part = parts.find((p) => p.id === id);
    if (part === undefined || before.includes(id)) return -1;
    const after = part.after ?? [];
    const column = Math.max(-1, ...after.map((other) => columnOf(other, [...before, id]))) + 1;
    found.set(id, column);
    return column;
  };
  for (const { id } of parts) columnOf(id, []);
  return found;
}

function arrange(
  node: SubcasesNode,
  blocks: ReadonlyMap<string, Block>,
  columns: ReadonlyMap<string, number>,
): Drawing & { readonly height: number } {
  const lefts = leftsOf(node.parts, blocks, columns);
  const shapes: Shape[] = [];
  const edges: Edge[] = [];
  const places = new Map<string, { x: number; right: number; line: number }>();
  let y = PADDING + 10;
  for (const { id } of node.parts) {
    const block = blocks.get(id);
    if (block === undefined) continue;
    const x = lefts[columns.get(id) ?? 0] ?? PADDING;
    const placed = moved(block, x, y);
    shapes.push(...placed.shapes);
    edges.push(...placed.edges);
    places.set(id, { x, right: x + block.width, line: y + block.middle });
    y += block.height + ROW_GAP;
  }
  for (const part of node.parts) {
    for (const before of part.after ?? []) {
      const [from, to] = [places.get(before), places.get(part.id)];
      const [first, last] = [blocks.get(part.id)?.ends?.first, blocks.get(before)?.ends?.last];
      if (from === undefined || to === undefined || !first || !last) continue;
      const turn = to.x - GUTTER / 2;
      edges.push({
        elementId: edgeId(last, first),
        from: last,
        to: first,
        points: [
          { x: from.right, y: from.line },
          { x: turn, y: from.line },
          { x: turn, y: to.line },
          { x: to.x, y: to.line },
        ],
      });
    }
  }
  return { shapes, edges, height: y - ROW_GAP };
}

function leftsOf(
  parts: readonly SubcasePart[],
  blocks: ReadonlyMap<string, Block>,
  columns: ReadonlyMap<string, number>,
): number[] {
  const lefts: number[] = [];
  let x = PADDING;
  for (let column = 0; column <= Math.max(0, ...columns.values()); column += 1) {
    lefts.push(x);
    const here = parts.filter(({ id }) => columns.get(id) === column);
    x += Math.max(0, ...here.map(({ id }) => blocks.get(id)?.width ?? 0)) + GUTTER + GAP / 2;
  }
  return lefts;
}
