import type { StepNode } from '@yichuang/kernel/flow';
import { useWorkbench } from '../workbench-context.ts';

/** Changes the step of this id; what is no step any more (after an undo) stays as it is. */
export function useChangeStep(stepId: string) {
  const { changeNode } = useWorkbench();
  return (edit: (step: StepNode) => StepNode, mark?: string): void =>
    changeNode(stepId, (node) => (node.kind === 'step' ? edit(node) : node), mark);
}
