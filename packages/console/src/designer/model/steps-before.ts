import type { FlowDefinition, StepNode } from '@yichuang/kernel/flow';
import { allNodes } from './fresh-names.ts';

/** The steps drawn above this one; whether a return may go there, the lint says. */
export function stepsBefore(flow: FlowDefinition, stepId: string): StepNode[] {
  const steps = allNodes(flow).filter((node) => node.kind === 'step');
  const at = steps.findIndex(({ id }) => id === stepId);
  return at === -1 ? [] : steps.slice(0, at);
}
