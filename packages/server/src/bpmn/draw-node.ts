/** Every kind of node as a block of BPMN shapes. */
import type {
  AutomaticNode,
  Branch,
  ChoiceNode,
  FlowNode,
  ParallelNode,
  StepNode,
  WaitNode,
} from '@yichuang/kernel/flow';
import { completionCondition } from './completion-condition.ts';
import { drawSplit, type BranchBlock } from './draw-split.ts';
import { drawSubcases } from './draw-subcases.ts';
import {
  EVENT,
  inLine,
  LABEL,
  single,
  type Block,
  type DrawingTexts,
  type Says,
} from './drawing.ts';
import { edgeId, elementId, partId } from './element-id.ts';
import { nodeExtension, taskSize } from './node-shape.ts';

export function drawNode(node: FlowNode, texts: DrawingTexts): Block {
  switch (node.kind) {
    case 'sequence':
      return inLine(
        node.children.map((child) => drawNode(child, texts)),
        edgeId,
      );
    case 'choice':
    case 'parallel':
      return drawBranches(node, texts);
    case 'subcases':
      return drawSubcases(node);
    case 'step':
      return drawStep(node);
    case 'automatic':
      return drawAutomatic(node);
    case 'wait':
      return drawWait(node);
  }
}

function drawStep(step: StepNode): Block {
  const loop = loopOf(step);
  return single({
    elementId: elementId(step.id),
    type: 'bpmn:UserTask',
    name: step.name,
    extension: nodeExtension(step),
    ...taskSize(step.name),
    ...(loop === undefined ? {} : { says: loop }),
  });
}

/** Posts that share one task are one instance; otherwise one for each post. */
function loopOf({ agreement, posts }: StepNode): Says | undefined {
  if (agreement.rule === 'one' || posts.length === 0) return undefined;
  const until = completionCondition(agreement, posts);
  return {
    what: 'loop',
    isSequential: agreement.rule === 'in-turn',
    count: posts.length,
    ...(until === undefined ? {} : { until }),
  };
}

function drawAutomatic(node: AutomaticNode): Block {
  return single({
    elementId: elementId(node.id),
    type: node.does.action === 'copy' ? 'bpmn:SendTask' : 'bpmn:ServiceTask',
    name: node.name,
    extension: nodeExtension(node),
    ...taskSize(node.name),
  });
}

function drawWait(node: WaitNode): Block {
  const shape = {
    elementId: elementId(node.id),
    type: 'bpmn:IntermediateCatchEvent',
    name: node.name,
    extension: nodeExtension(node),
    says: triggerOf(node),
    width: EVENT,
    height: EVENT,
    label: 'below' as const,
  };
  return single(shape, 0, LABEL.height + 4);
}

function triggerOf({ until, limit, messageName }: WaitNode): Says {
  switch (until) {
    case 'payment':
      return { what: 'message', messageName: 'payment' };
    case 'message':
      return { what: 'message', messageName: messageName ?? 'message' };
    case 'special-procedure-ended':
      return { what: 'signal', signalName: 'special-procedure-ended' };
    case 'time':
      // Working days have no word in ISO 8601: the extension says which days are meant.
      return { what: 'timer', duration: `P${limit?.amount ?? 0}D` };
  }
}

function drawBranches(node: ChoiceNode | ParallelNode, texts: DrawingTexts): Block {
  const isInclusive = node.kind === 'parallel' && node.branches.some((b) => b.when !== undefined);
  const type = typeOf(node, isInclusive);
  const mayBeNone = isInclusive && node.branches.every((b) => b.when !== undefined);
  const join = partId(node.id, 'join');
  return drawSplit({
    split: {
      elementId: elementId(node.id),
      type,
      name: node.name,
      extension: nodeExtension(node),
      label: 'above',
    },
    join: { elementId: join, type },
    branches: node.branches.map((branch) => drawBranch(node, branch, drawNode(branch.node, texts))),
    outId: ({ block, flowId }) =>
      block.ends === undefined ? flowId : edgeId(block.ends.last, join),
    ...(mayBeNone
      ? { otherwise: { flowId: `Flow_${partId(node.id, 'none')}`, name: texts.otherwise } }
      : {}),
  });
}

function typeOf(node: ChoiceNode | ParallelNode, isInclusive: boolean): string {
  if (node.kind === 'choice') return 'bpmn:ExclusiveGateway';
  return isInclusive ? 'bpmn:InclusiveGateway' : 'bpmn:ParallelGateway';
}

function drawBranch(
  node: ChoiceNode | ParallelNode,
  { id, when, node: inside }: Branch,
  block: Block,
): BranchBlock {
  // A way on which nothing happens is a line without an element that could carry its name.
  const nothing = block.ends === undefined ? { nothing: namesOf(inside) } : {};
  const isDefault = node.kind === 'choice' && when === undefined;
  return {
    block,
    flowId: `Flow_${partId(node.id, id)}`,
    extension: { type: 'Branch', id, fields: { ...(when !== undefined && { when }), ...nothing } },
    ...(when === undefined ? {} : { when, name: when }),
    ...(isDefault ? { isDefault: true as const } : {}),
  };
}

function namesOf({ id, name, nameEn }: FlowNode): object {
  return { id, name, ...(nameEn === undefined ? {} : { nameEn }) };
}
