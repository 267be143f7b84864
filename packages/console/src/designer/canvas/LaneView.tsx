import type { FlowNode } from '@yichuang/kernel/flow';
import { isFiling } from '../model/edit-tree.ts';
import { inLane, isSplit, type Lane } from '../model/lane.ts';
import { useTraces } from '../try/traces-context.ts';
import { useWorkbench } from '../workbench-context.ts';
import { branchWords, nodeTitle } from '../words.ts';
import { Gap } from './Gap.tsx';
import { NodeCard } from './NodeCard.tsx';
import { SplitView } from './SplitView.tsx';

interface LaneViewProps {
  readonly lane: Lane;
  readonly nodes: readonly FlowNode[];
  /** What stands above the lane, for "add after …". */
  readonly above: string;
}

/** Nodes one below the other, with a gap after each. */
export function LaneView({ lane, nodes, above }: LaneViewProps) {
  const { locale } = useWorkbench().words;
  const isWalked = useTraces() !== undefined;
  // Nothing can stand before the filing: it is how an internal case begins.
  const first = nodes[0];
  const isFiled = first !== undefined && isFiling(first);
  const gap = (at: number, after: string) =>
    isWalked ? <div className="gap" /> : <Gap spot={{ lane, at }} after={after} />;
  return (
    <ol className="lane">
      <li className="lane-item">{isFiled ? <div className="gap gap-short" /> : gap(0, above)}</li>
      {nodes.map((node, at) => (
        <li key={node.id} className="lane-item">
          <NodeView node={node} />
          {gap(at + 1, nodeTitle(node, locale))}
        </li>
      ))}
    </ol>
  );
}

function NodeView({ node }: { readonly node: FlowNode }) {
  const { words } = useWorkbench();
  const { locale } = words;
  if (isSplit(node)) {
    return (
      <SplitView
        split={node}
        lane={(branch) => (
          <LaneView
            lane={{ kind: 'branch', splitId: node.id, branchId: branch.id }}
            nodes={inLane(branch.node)}
            above={branchWords(node, branch, words)}
          />
        )}
      />
    );
  }
  if (node.kind !== 'sequence') return <NodeCard node={node} />;
  return (
    <div className="group">
      <NodeCard node={node} />
      <LaneView
        lane={{ kind: 'group', nodeId: node.id }}
        nodes={node.children}
        above={nodeTitle(node, locale)}
      />
    </div>
  );
}
