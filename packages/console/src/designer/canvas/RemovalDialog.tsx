import { Modal } from 'antd';
import type { FlowDefinition } from '@yichuang/kernel/flow';
import { removeBranch, removeNode } from '../model/edit-tree.ts';
import { findBranch, isSplit, locate, nodesOf } from '../model/lane.ts';
import { chosenKey, inOrder, isThere, type Chosen } from '../model/neighbour.ts';
import { useWorkbench } from '../workbench-context.ts';
import { branchWords, nodeTitle } from '../words.ts';

interface RemovalDialogProps {
  readonly asked: Chosen;
  readonly onClose: () => void;
}

/** Says what goes and what goes with it. Undo brings it back, and the sentence says so. */
export function RemovalDialog({ asked, onClose }: RemovalDialogProps) {
  const { flow, words, editing, changeFlow, choose } = useWorkbench();
  const { t } = words;
  const remove = () => {
    if (flow === undefined) return;
    const left =
      asked.kind === 'node'
        ? removeNode(flow, asked.nodeId, editing)
        : removeBranch(flow, asked.splitId, asked.branchId, editing);
    changeFlow(() => left);
    choose(nearest(flow, left, asked));
    onClose();
  };
  return (
    <Modal
      open
      title={t('designer.removeTitle')}
      okText={t('designer.remove')}
      cancelText={t('act.cancel')}
      okButtonProps={{ danger: true }}
      onOk={remove}
      onCancel={onClose}
      width={440}
    >
      <p>{flow === undefined ? '' : sentence(flow, asked, words)}</p>
      <p className="quiet">{t('designer.removeUndo')}</p>
    </Modal>
  );
}

function sentence(
  flow: FlowDefinition,
  asked: Chosen,
  words: ReturnType<typeof useWorkbench>['words'],
): string {
  const { t, locale } = words;
  if (asked.kind === 'branch') {
    const split = locate(flow, asked.splitId)?.node;
    const branch = findBranch(flow, asked.splitId, asked.branchId);
    if (split === undefined || branch === undefined || !isSplit(split)) return '';
    const n = nodesOf(flow, { ...asked })?.length ?? 0;
    const name = branchWords(split, branch, words);
    return n === 0 ? t('designer.removeBranch', { name }) : t('designer.removeWay', { name, n });
  }
  const node = locate(flow, asked.nodeId)?.node;
  if (node === undefined) return '';
  const name = nodeTitle(node, locale);
  return isSplit(node)
    ? t('designer.removeSplit', { name, n: node.branches.length })
    : t('designer.removeNode', { name });
}

/** What to look at when the chosen is gone: the one drawn before it that is still there. */
function nearest(before: FlowDefinition, left: FlowDefinition, gone: Chosen): Chosen | undefined {
  const order = inOrder(before);
  const at = order.findIndex((each) => chosenKey(each) === chosenKey(gone));
  return order.slice(0, at).findLast((each) => isThere(left, each));
}
