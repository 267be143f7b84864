import PlusOutlined from '@ant-design/icons/es/icons/PlusOutlined';
import type { Branch } from '@yichuang/kernel/flow';
import type { ReactNode } from 'react';
import { insertBranch } from '../model/edit-tree.ts';
import type { SplitNode } from '../model/lane.ts';
import { chosenKey, type Chosen } from '../model/neighbour.ts';
import { useTraces } from '../try/traces-context.ts';
import { useWorkbench } from '../workbench-context.ts';
import { branchWords, nodeTitle } from '../words.ts';
import { NodeCard } from './NodeCard.tsx';

interface SplitViewProps {
  readonly split: SplitNode;
  /** Draws what stands in a branch: lanes hold splits, so the lane hands itself in. */
  readonly lane: (branch: Branch) => ReactNode;
}

/** A split owns its join: branches side by side between two lines; on a phone one below another. */
export function SplitView({ split, lane }: SplitViewProps) {
  const { words, editing, flow, changeFlow, choose } = useWorkbench();
  const isWalked = useTraces() !== undefined;
  const { t, locale } = words;
  const add = () => {
    if (flow === undefined) return;
    const added = insertBranch(flow, split.id, editing);
    if (added === undefined) return;
    changeFlow(() => added.flow);
    choose({ kind: 'branch', splitId: split.id, branchId: added.branchId });
  };
  return (
    <div className="split">
      <NodeCard node={split} />
      <div className="split-stem">
        {isWalked ? null : (
          <button
            type="button"
            className="split-add"
            aria-label={t('designer.addBranchTo', { name: nodeTitle(split, locale) })}
            onClick={add}
          >
            <PlusOutlined aria-hidden="true" /> {t('designer.addBranch')}
          </button>
        )}
      </div>
      <ol className="branches">
        {split.branches.map((branch, at) => (
          <li key={branch.id} className="branch">
            <BranchHead split={split} branch={branch} at={at} />
            {lane(branch)}
          </li>
        ))}
      </ol>
    </div>
  );
}

interface BranchHeadProps {
  readonly split: SplitNode;
  readonly branch: Branch;
  readonly at: number;
}

/** The condition in plain words; press to change it. */
function BranchHead({ split, branch, at }: BranchHeadProps) {
  const { words, chosen, choose } = useWorkbench();
  const isWalked = useTraces() !== undefined;
  const own: Chosen = { kind: 'branch', splitId: split.id, branchId: branch.id };
  const isChosen = !isWalked && chosen !== undefined && chosenKey(chosen) === chosenKey(own);
  const text = branchWords(split, branch, words);
  const isOpen = branch.when !== undefined && branch.when.trim() === '';
  return (
    <button
      type="button"
      className={`branch-head${isChosen ? ' branch-chosen' : ''}${isOpen ? ' branch-open' : ''}`}
      data-stop={chosenKey(own)}
      aria-pressed={isChosen}
      title={text}
      onClick={() => choose(own)}
    >
      {split.kind === 'choice' && branch.when !== undefined ? (
        <span className="branch-rank">{at + 1}</span>
      ) : null}
      <span className="branch-words">{text}</span>
    </button>
  );
}
