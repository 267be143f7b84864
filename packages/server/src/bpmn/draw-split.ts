/** Branches below each other between a gateway that opens them and one that joins them. */
import {
  GAP,
  GATEWAY,
  LABEL,
  moved,
  type Block,
  type Box,
  type Edge,
  type Point,
  type Shape,
} from './drawing.ts';
import type { Extension } from './extension.ts';

export interface BranchBlock {
  readonly block: Block;
  readonly flowId: string;
  readonly name?: string;
  readonly when?: string;
  readonly isDefault?: true;
  readonly extension?: Extension;
}

export interface SplitPlan {
  readonly split: Omit<Shape, 'x' | 'y' | 'width' | 'height'>;
  readonly join: Omit<Shape, 'x' | 'y' | 'width' | 'height'>;
  readonly branches: readonly BranchBlock[];
  /** The edge of an inclusive gateway on which the token goes when no condition holds. */
  readonly otherwise?: { readonly flowId: string; readonly name: string };
  /** From the last element of a branch to the join. */
  readonly outId: (branch: BranchBlock) => string;
}

const ROOM = LABEL.height + 8;
/** Between branches, with room for the condition that is written above a branch's line. */
const BETWEEN = 40;

export function drawSplit(plan: SplitPlan): Block {
  const isNamed = plan.branches.some((branch) => branch.name !== undefined);
  const left = GATEWAY + (isNamed ? LABEL.width + 40 : GAP);
  const inner = Math.max(0, ...plan.branches.map((branch) => branch.block.width));
  const joinX = left + inner + GAP;
  // The first branch lies on the gateway's own line; its label above it needs room.
  const middle = Math.max(plan.branches[0]?.block.middle ?? 0, GATEWAY / 2 + ROOM);
  const shapes: Shape[] = [gatewayAt(plan.split, 0, middle)];
  const edges: Edge[] = [];
  let y = middle - (plan.branches[0]?.block.middle ?? 0);
  for (const branch of plan.branches) {
    const placed = moved(branch.block, left, y);
    shapes.push(...placed.shapes);
    edges.push(...placed.edges);
    const line = y + branch.block.middle;
    edges.push(...edgesOf(plan, branch, { line, middle, left, joinX }));
    y += Math.max(branch.block.height, ROOM) + BETWEEN;
  }
  if (plan.otherwise !== undefined) {
    edges.push(around(plan, plan.otherwise, { line: y, middle, left, joinX }));
    y += BETWEEN;
  }
  shapes.push(gatewayAt(plan.join, joinX, middle));
  return {
    shapes,
    edges,
    width: joinX + GATEWAY,
    height: Math.max(y - BETWEEN, middle + GATEWAY / 2),
    middle,
    ends: { first: plan.split.elementId, last: plan.join.elementId },
  };
}

function gatewayAt(shape: Omit<Shape, keyof Box>, x: number, middle: number): Shape {
  return { ...shape, x, y: middle - GATEWAY / 2, width: GATEWAY, height: GATEWAY };
}

interface Lines {
  readonly line: number;
  readonly middle: number;
  readonly left: number;
  readonly joinX: number;
}

function edgesOf(plan: SplitPlan, branch: BranchBlock, at: Lines): Edge[] {
  const { ends, width } = branch.block;
  const { flowId, name, when, isDefault, extension } = branch;
  const way = {
    elementId: flowId,
    from: plan.split.elementId,
    ...(name === undefined ? {} : { name, label: labelOf(at) }),
    ...(when === undefined ? {} : { when }),
    ...(isDefault === undefined ? {} : { isDefault }),
    ...(extension === undefined ? {} : { extension }),
  };
  if (ends === undefined) {
    const points = [...outward(at, at.left), ...inward(at, at.left).slice(1)];
    return [{ ...way, to: plan.join.elementId, points }];
  }
  return [
    { ...way, to: ends.first, points: outward(at, at.left) },
    {
      elementId: plan.outId(branch),
      from: ends.last,
      to: plan.join.elementId,
      points: inward(at, at.left + width),
    },
  ];
}

function outward({ line, middle }: Lines, x: number): Point[] {
  if (line === middle)
    return [
      { x: GATEWAY, y: line },
      { x, y: line },
    ];
  const center = GATEWAY / 2;
  return [
    { x: center, y: middle + GATEWAY / 2 },
    { x: center, y: line },
    { x, y: line },
  ];
}

function inward({ line, middle, joinX }: Lines, x: number): Point[] {
  if (line === middle)
    return [
      { x, y: line },
      { x: joinX, y: line },
    ];
  const center = joinX + GATEWAY / 2;
  return [
    { x, y: line },
    { x: center, y: line },
    { x: center, y: middle + GATEWAY / 2 },
  ];
}

function around(plan: SplitPlan, otherwise: NonNullable<SplitPlan['otherwise']>, at: Lines): Edge {
  return {
    elementId: otherwise.flowId,
    from: plan.split.elementId,
    to: plan.join.elementId,
    name: otherwise.name,
    isDefault: true,
    label: labelOf(at),
    points: [...outward(at, at.left), ...inward(at, at.left).slice(1)],
  };
}

/** Above the branch's line, before its first shape. */
function labelOf({ line, left }: Lines): Box {
  return { x: left - LABEL.width - 8, y: line - LABEL.height - 4, ...LABEL };
}
