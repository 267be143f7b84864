import type { SplitNode } from '../model/lane.ts';
import { useWorkbench } from '../workbench-context.ts';
import { branchWords } from '../words.ts';
import { NameFields } from './NameFields.tsx';

/** What a split means, and its branches to go to. */
export function SplitPanel({ split }: { readonly split: SplitNode }) {
  const { words, choose } = useWorkbench();
  const { t } = words;
  return (
    <>
      <NameFields node={split} />
      <p className="sentence">{t(`designer.splitLead.${split.kind}`)}</p>
      <ol className="split-list">
        {split.branches.map((branch) => (
          <li key={branch.id}>
            <button
              type="button"
              className="link"
              onClick={() => choose({ kind: 'branch', splitId: split.id, branchId: branch.id })}
            >
              {branchWords(split, branch, words)}
            </button>
          </li>
        ))}
      </ol>
    </>
  );
}
