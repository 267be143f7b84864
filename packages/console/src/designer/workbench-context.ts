import type { DesignDraftView, DesignProblem } from '@yichuang/contracts';
import type { Branch, FlowDefinition, FlowNode } from '@yichuang/kernel/flow';
import { createContext, useContext } from 'react';
import type { EditContext } from './model/edit-tree.ts';
import type { Chosen } from './model/neighbour.ts';
import type { Lifecycle } from './model/new-node.ts';
import type { Design } from './use-design.ts';
import type { DesignWords } from './words.ts';

/** What every part of the designer works with: the draft, its words, and what is chosen in it. */
export interface Workbench {
  readonly view: DesignDraftView;
  readonly design: Design;
  readonly lifecycle: Lifecycle;
  readonly words: DesignWords;
  readonly flow: FlowDefinition | undefined;
  readonly editing: EditContext;
  readonly problems: readonly DesignProblem[];
  readonly chosen: Chosen | undefined;
  readonly choose: (chosen: Chosen | undefined) => void;
  /** Asks in words, then removes; what cannot be removed is not asked about. */
  readonly askRemoval: (chosen: Chosen) => void;
  /** Makes a new flow of the present one; `mark` as in {@link Design.change}. */
  readonly changeFlow: (edit: (flow: FlowDefinition) => FlowDefinition, mark?: string) => void;
  readonly changeNode: (nodeId: string, edit: (node: FlowNode) => FlowNode, mark?: string) => void;
  readonly changeBranch: (
    splitId: string,
    branchId: string,
    edit: (branch: Branch) => Branch,
    mark?: string,
  ) => void;
}

export const WorkbenchContext = createContext<Workbench | undefined>(undefined);

export function useWorkbench(): Workbench {
  const workbench = useContext(WorkbenchContext);
  if (workbench === undefined) throw new Error('useWorkbench outside the designer');
  return workbench;
}
