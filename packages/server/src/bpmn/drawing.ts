/**
 * A flow as shapes and edges in a plane, before it is XML. Blocks are laid out by the tree alone,
 * so the same flow always gives the same picture: a sequence runs from left to right along one
 * line, branches lie below each other, and no shape ever shares its place with another.
 */
import type { Extension } from './extension.ts';

/** Words of the drawing that are not of the flow. */
export interface DrawingTexts {
  /** On the line that is taken when no condition holds. */
  readonly otherwise: string;
  /** Of the pool that follows a refusal. */
  readonly denied: string;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** `left` and `right` of a label that may not lie in the way of lines below the shape. */
export type LabelPlace = 'below' | 'above';

export interface Shape extends Box {
  readonly elementId: string;
  readonly type: string;
  readonly name?: string;
  readonly extension?: Extension;
  /** What else the element says: its event definition, its marker, whom it calls. */
  readonly says?: Says;
  readonly label?: LabelPlace;
  /** Of an expanded sub-process, in the coordinates of the whole. */
  readonly inside?: Drawing;
}

export type Says =
  | {
      readonly what: 'loop';
      readonly isSequential: boolean;
      readonly count: number;
      readonly until?: string;
    }
  | { readonly what: 'message'; readonly messageName: string }
  | { readonly what: 'signal'; readonly signalName: string }
  | { readonly what: 'timer'; readonly duration: string }
  | { readonly what: 'call'; readonly calledElement: string };

export interface Edge {
  readonly elementId: string;
  readonly from: string;
  readonly to: string;
  readonly points: readonly Point[];
  readonly name?: string;
  readonly when?: string;
  readonly isDefault?: true;
  readonly extension?: Extension;
  readonly label?: Box;
}

export interface Drawing {
  readonly shapes: readonly Shape[];
  readonly edges: readonly Edge[];
}

/** A drawing of its own size whose line enters at the left and leaves at the right, at `middle`. */
export interface Block extends Drawing {
  readonly width: number;
  readonly height: number;
  readonly middle: number;
  /** Absent: nothing is drawn, the line goes through. */
  readonly ends?: { readonly first: string; readonly last: string };
}

export const GAP = 56;
export const EVENT = 36;
export const GATEWAY = 50;
/** Under an event or over a gateway: two lines of seven Chinese characters. */
export const LABEL = { width: 90, height: 28 };

export function moved(drawing: Drawing, dx: number, dy: number): Drawing {
  const at = <T extends Point>(point: T): T => ({ ...point, x: point.x + dx, y: point.y + dy });
  return {
    shapes: drawing.shapes.map((shape) => {
      const found = at(shape);
      return shape.inside === undefined ? found : { ...found, inside: moved(shape.inside, dx, dy) };
    }),
    edges: drawing.edges.map((edge) => ({
      ...edge,
      points: edge.points.map(at),
      ...(edge.label === undefined ? {} : { label: at(edge.label) }),
    })),
  };
}

/** One shape alone, its line through its middle. */
export function single(shape: Omit<Shape, 'x' | 'y'>, roomAbove = 0, roomBelow = 0): Block {
  return {
    shapes: [{ ...shape, x: 0, y: roomAbove }],
    edges: [],
    width: shape.width,
    height: roomAbove + shape.height + roomBelow,
    middle: roomAbove + shape.height / 2,
    ends: { first: shape.elementId, last: shape.elementId },
  };
}

/** Blocks one after the other along one line; `flowId` names the edge between two elements. */
export function inLine(
  blocks: readonly Block[],
  flowId: (from: string, to: string) => string,
): Block {
  const drawn = blocks.filter((block) => block.ends !== undefined);
  const middle = Math.max(0, ...drawn.map((block) => block.middle));
  const below = Math.max(0, ...drawn.map((block) => block.height - block.middle));
  const shapes: Shape[] = [];
  const edges: Edge[] = [];
  let x = 0;
  let previous: string | undefined;
  for (const block of drawn) {
    const placed = moved(block, x, middle - block.middle);
    shapes.push(...placed.shapes);
    edges.push(...placed.edges);
    if (previous !== undefined && block.ends !== undefined) {
      edges.push({
        elementId: flowId(previous, block.ends.first),
        from: previous,
        to: block.ends.first,
        points: [
          { x: x - GAP, y: middle },
          { x, y: middle },
        ],
      });
    }
    previous = block.ends?.last;
    x += block.width + GAP;
  }
  const [first, last] = [drawn[0]?.ends?.first, drawn.at(-1)?.ends?.last];
  const size = { width: Math.max(0, x - GAP), height: middle + below, middle };
  if (first === undefined || last === undefined) return { shapes, edges, ...size };
  return { shapes, edges, ...size, ends: { first, last } };
}
