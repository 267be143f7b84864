import type { MenuProps } from 'antd';
import {
  canRemove,
  duplicateNode,
  isFiling,
  lanesFor,
  moveNode,
  shiftNode,
  wrapNode,
} from '../model/edit-tree.ts';
import { findBranch, isSplit, laneKey, locate, nodesOf, type Lane } from '../model/lane.ts';
import { useWorkbench, type Workbench } from '../workbench-context.ts';
import { branchWords, nodeTitle } from '../words.ts';

/** What can be done with a node as a whole; each entry has its key beside it. */
export function useNodeMenu(nodeId: string): NonNullable<MenuProps['items']> {
  const bench = useWorkbench();
  const { flow, words, editing, changeFlow, choose, askRemoval } = bench;
  const { t } = words;
  if (flow === undefined) return [];
  const node = locate(flow, nodeId)?.node;
  if (node !== undefined && isFiling(node)) return filingMenu(t('designer.filingStays'));
  const shift = (by: -1 | 1) => {
    const moved = shiftNode(flow, nodeId, by, editing);
    return {
      disabled: moved === flow,
      onClick: () => changeFlow((present) => shiftNode(present, nodeId, by, editing)),
    };
  };
  const show = (made: { readonly flow: typeof flow; readonly nodeId: string } | undefined) => {
    if (made === undefined) return;
    changeFlow(() => made.flow);
    choose({ kind: 'node', nodeId: made.nodeId });
  };
  const targets = lanesFor(flow, nodeId).flatMap((lane) => {
    const name = laneName(bench, lane);
    const isHere = laneKey(lane) === laneKey(locate(flow, nodeId)?.lane ?? lane);
    if (isHere || name === undefined) return [];
    const at = nodesOf(flow, lane)?.length ?? 0;
    return [
      {
        key: laneKey(lane),
        label: name,
        onClick: () => changeFlow((present) => moveNode(present, nodeId, { lane, at }, editing)),
      },
    ];
  });
  return [
    { key: 'up', label: t('designer.moveUp'), extra: 'Alt ↑', ...shift(-1) },
    { key: 'down', label: t('designer.moveDown'), extra: 'Alt ↓', ...shift(1) },
    {
      key: 'into',
      label: t('designer.moveInto'),
      disabled: targets.length === 0 || !canRemove(flow, nodeId),
      children: targets,
    },
    {
      key: 'copy',
      label: t('designer.duplicate'),
      extra: 'Ctrl D',
      onClick: () => show(duplicateNode(flow, nodeId, editing)),
    },
    { type: 'divider' },
    {
      key: 'choice',
      label: t('designer.wrapChoice'),
      onClick: () => show(wrapNode(flow, nodeId, 'choice', editing)),
    },
    {
      key: 'parallel',
      label: t('designer.wrapParallel'),
      onClick: () => show(wrapNode(flow, nodeId, 'parallel', editing)),
    },
    { type: 'divider' },
    {
      key: 'remove',
      label: t('designer.remove'),
      extra: 'Delete',
      danger: true,
      disabled: !canRemove(flow, nodeId),
      onClick: () => askRemoval({ kind: 'node', nodeId }),
    },
  ];
}

function filingMenu(why: string): NonNullable<MenuProps['items']> {
  return [{ key: 'filing', label: why, disabled: true }];
}

/** "看金额：如果金额大于 5000 元"; the trunk by its tree's name. */
function laneName({ flow, words }: Workbench, lane: Lane): string | undefined {
  if (flow === undefined) return undefined;
  if (lane.kind === 'trunk') return words.t(`designer.trunk.${lane.tree}`);
  if (lane.kind === 'group') {
    const group = locate(flow, lane.nodeId)?.node;
    return group && nodeTitle(group, words.locale);
  }
  const split = locate(flow, lane.splitId)?.node;
  const branch = findBranch(flow, lane.splitId, lane.branchId);
  if (split === undefined || branch === undefined || !isSplit(split)) return undefined;
  return words.t('designer.laneName', {
    split: nodeTitle(split, words.locale),
    branch: branchWords(split, branch, words),
  });
}
