/** Where the parts of a joint case lie in their sub-process. */
import type { SubcasePart } from '@yichuang/kernel/flow';
import { GAP, moved, type Block, type Drawing, type Edge } from './drawing.ts';
import { edgeId } from './element-id.ts';

export const PADDING = 40;
const ROW_GAP = 30;
/** From one column to the next, where the lines turn. */
const GUTTER = 60;

type Blocks = ReadonlyMap<string, Block>;

interface Row {
  readonly x: number;
  readonly right: number;
  readonly line: number;
}

/** Each part in a row of its own, in the column after those that it waits for. */
export function arrangeParts(
  parts: readonly SubcasePart[],
  blocks: Blocks,
): Drawing & { readonly height: number } {
  const columns = columnsOf(parts);
  const lefts = leftsOf(parts, blocks, columns);
  const drawings: Drawing[] = [];
  const rows = new Map<string, Row>();
  let y = PADDING + 10;
  for (const { id } of parts) {
    const block = blocks.get(id);
    if (block === undefined) continue;
    const x = lefts[columns.get(id) ?? 0] ?? PADDING;
    drawings.push(moved(block, x, y));
    rows.set(id, { x, right: x + block.width, line: y + block.middle });
    y += block.height + ROW_GAP;
  }
  const lines = parts.flatMap((part) =>
    (part.after ?? []).flatMap((before) => lineBetween(before, part.id, blocks, rows)),
  );
  return {
    shapes: drawings.flatMap((drawing) => drawing.shapes),
    edges: [...drawings.flatMap((drawing) => drawing.edges), ...lines],
    height: y - ROW_GAP,
  };
}

/** Out along its own row, where nothing else lies, and down right before the one that waits. */
function lineBetween(
  before: string,
  after: string,
  blocks: Blocks,
  rows: ReadonlyMap<string, Row>,
): Edge[] {
  const [from, to] = [rows.get(before), rows.get(after)];
  const [last, first] = [blocks.get(before)?.ends?.last, blocks.get(after)?.ends?.first];
  if (from === undefined || to === undefined) return [];
  if (last === undefined || first === undefined) return [];
  const turn = to.x - GUTTER / 2;
  const points = [
    { x: from.right, y: from.line },
    { x: turn, y: from.line },
    { x: turn, y: to.line },
    { x: to.x, y: to.line },
  ];
  return [{ elementId: edgeId(last, first), from: last, to: first, points }];
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

function leftsOf(
  parts: readonly SubcasePart[],
  blocks: Blocks,
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
