/** The trees of a flow, each between its start and its end, one below the other. */
import type { FlowDefinition, FlowNode } from '@yichuang/kernel/flow';
import { drawNode } from './draw-node.ts';
import {
  EVENT,
  inLine,
  LABEL,
  moved,
  single,
  type Drawing,
  type DrawingTexts,
  type Says,
} from './drawing.ts';
import { edgeId } from './element-id.ts';
import { sequencesOf, type SequenceMark } from './sequences.ts';

export interface Root {
  readonly root: 'main' | 'denied';
  readonly name: string;
  readonly drawing: Drawing;
  readonly width: number;
  readonly height: number;
  readonly sequences: readonly SequenceMark[];
}

export function rootsOf(flow: FlowDefinition, name: string, texts: DrawingTexts): Root[] {
  const main = rootOf({ root: 'main', name }, flow.main, texts);
  if (flow.denied === undefined) return [main];
  const denied = rootOf({ root: 'denied', name: `${name} · ${texts.denied}` }, flow.denied, texts);
  // Below the first pool, with a line between them.
  return [main, { ...denied, drawing: moved(denied.drawing, 0, main.height + 2 * MARGIN + GAP) }];
}

const MARGIN = 60;
const GAP = 40;

function rootOf(
  { root, name }: Pick<Root, 'root' | 'name'>,
  node: FlowNode,
  texts: DrawingTexts,
): Root {
  const signal: Says = { what: 'signal', signalName: 'denied' };
  const start = single(
    {
      elementId: `Start_${root}`,
      type: 'bpmn:StartEvent',
      width: EVENT,
      height: EVENT,
      ...(root === 'denied' ? { says: signal } : {}),
    },
    0,
    LABEL.height,
  );
  const end = single(
    { elementId: `End_${root}`, type: 'bpmn:EndEvent', width: EVENT, height: EVENT },
    0,
    LABEL.height,
  );
  const block = inLine([start, drawNode(node, texts), end], edgeId);
  return {
    root,
    name,
    drawing: moved(block, 160 + MARGIN, 80 + MARGIN),
    width: block.width,
    height: block.height,
    sequences: sequencesOf(node),
  };
}
