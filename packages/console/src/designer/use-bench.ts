import type { DesignDraftView } from '@yichuang/contracts';
import type { FlowDefinition } from '@yichuang/kernel/flow';
import { useMemo, useState } from 'react';
import { useLocale } from '../session/use-locale.ts';
import { translator } from '../texts/locale.ts';
import { toast } from '../ui/toast.ts';
import { canBeRemoved } from './model/can-be-removed.ts';
import { changeBranch } from './model/edit-tree.ts';
import { withNode } from './model/lane.ts';
import { saidProblems } from './model/said-problems.ts';
import { isThere, type Chosen } from './model/neighbour.ts';
import { useDesign } from './use-design.ts';
import type { Workbench } from './workbench-context.ts';
import { designWords } from './words.ts';

/** Names of new nodes are in the item's own language, whatever the designer reads. */
const itemText = translator('zh-CN');

/** The workbench of one draft, and what is being asked about removing. */
export function useBench(view: DesignDraftView) {
  const { t, locale } = useLocale();
  const design = useDesign(view);
  const [chosen, setChosen] = useState<Chosen>();
  const [removing, setRemoving] = useState<Chosen>();
  const { item } = design;
  const { flow } = item;
  const words = useMemo(() => designWords(view, item, t, locale), [view, item, t, locale]);
  const problems = useMemo(
    () => saidProblems(design.problems, item, t),
    [design.problems, item, t],
  );
  // Letters are kept in their packs: the server opens none here.
  const lifecycle = item.lifecycle === 'internal' ? 'internal' : 'licensing';
  const changeFlow: Workbench['changeFlow'] = (edit, mark) =>
    design.change((present) => {
      if (present.flow === undefined) return present;
      const next: FlowDefinition = edit(present.flow);
      return next === present.flow ? present : { ...present, flow: next };
    }, mark);
  const bench: Workbench = {
    view,
    design,
    lifecycle,
    words,
    flow,
    editing: {
      lifecycle,
      reserved: design.reserved,
      nameOf: (what) => itemText(`designer.newName.${what}`),
    },
    problems,
    // An undo may have taken away what was chosen.
    chosen:
      chosen !== undefined && flow !== undefined && isThere(flow, chosen) ? chosen : undefined,
    choose: setChosen,
    askRemoval: (asked) => {
      if (flow === undefined) return;
      if (canBeRemoved(flow, asked)) setRemoving(asked);
      else toast(t('designer.cannotRemove'));
    },
    changeFlow,
    changeNode: (nodeId, edit, mark) =>
      changeFlow((present) => withNode(present, nodeId, edit), mark),
    changeBranch: (splitId, branchId, edit, mark) =>
      changeFlow((present) => changeBranch(present, splitId, branchId, edit), mark),
  };
  return { bench, removing, endRemoval: () => setRemoving(undefined) };
}
