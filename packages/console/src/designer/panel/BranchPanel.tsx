import { Button } from 'antd';
import type { Branch } from '@yichuang/kernel/flow';
import { canRemoveBranch, moveBranch } from '../model/edit-tree.ts';
import type { SplitNode } from '../model/lane.ts';
import { withOptional } from '../model/with-optional.ts';
import { useWorkbench } from '../workbench-context.ts';
import { ConditionBuilder } from './ConditionBuilder.tsx';
import { Sentence } from './Sentence.tsx';
import { SelectSlot } from './slots.tsx';

interface BranchPanelProps {
  readonly split: SplitNode;
  readonly branch: Branch;
}

/** When this branch is taken. */
export function BranchPanel({ split, branch }: BranchPanelProps) {
  const { words, flow, changeFlow, changeBranch, askRemoval } = useWorkbench();
  const { t } = words;
  const at = split.branches.indexOf(branch);
  const setWhen = (when: string | undefined, mark?: string) =>
    changeBranch(split.id, branch.id, (each) => withOptional(each, 'when', when), mark);
  const shifted = (by: -1 | 1) =>
    flow !== undefined && moveBranch(flow, split.id, branch.id, by) !== flow;
  const shift = (by: -1 | 1) =>
    changeFlow((present) => moveBranch(present, split.id, branch.id, by));
  return (
    <>
      {split.kind === 'parallel' ? (
        <Sentence
          text={t('designer.sentence.branch')}
          slots={{
            when: (
              <SelectSlot
                label={t('designer.slot.when')}
                value={branch.when === undefined ? 'always' : 'when'}
                options={(['always', 'when'] as const).map((value) => ({
                  value,
                  title: t(`designer.when.${value}`),
                }))}
                onChange={(value) => setWhen(value === 'always' ? undefined : '')}
              />
            ),
          }}
        />
      ) : null}
      {branch.when === undefined ? (
        <p className="sentence">
          {t(split.kind === 'choice' ? 'designer.otherwiseLead' : 'designer.alwaysLead')}
        </p>
      ) : (
        <>
          {split.kind === 'choice' ? (
            <p className="sentence">{t('designer.choiceLead', { n: at + 1 })}</p>
          ) : null}
          <ConditionBuilder
            key={`${split.id} ${branch.id}`}
            feel={branch.when}
            onChange={(feel) => setWhen(feel, `when ${split.id} ${branch.id}`)}
          />
        </>
      )}
      <div className="panel-acts">
        <Button size="small" disabled={!shifted(-1)} onClick={() => shift(-1)}>
          {t('designer.branchEarlier')}
        </Button>
        <Button size="small" disabled={!shifted(1)} onClick={() => shift(1)}>
          {t('designer.branchLater')}
        </Button>
        <Button
          size="small"
          danger
          disabled={flow === undefined || !canRemoveBranch(flow, split.id, branch.id)}
          onClick={() => askRemoval({ kind: 'branch', splitId: split.id, branchId: branch.id })}
        >
          {t('designer.removeThisBranch')}
        </Button>
      </div>
    </>
  );
}
