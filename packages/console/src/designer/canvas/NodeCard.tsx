import MoreOutlined from '@ant-design/icons/es/icons/MoreOutlined';
import type { FlowNode } from '@yichuang/kernel/flow';
import { Dropdown } from 'antd';
import { isFiling } from '../model/edit-tree.ts';
import { chosenKey, type Chosen } from '../model/neighbour.ts';
import { useTraces } from '../try/traces-context.ts';
import { useWorkbench } from '../workbench-context.ts';
import { kickerOf, nodeTitle, summaryOf } from '../words.ts';
import { DRAGGED_NODE } from './Gap.tsx';
import { iconOf, toneOf } from './node-icons.tsx';
import { ProblemMark } from './ProblemMark.tsx';
import { useNodeMenu } from './use-node-menu.ts';

/** A node as one sees it at a glance: what, who, by when, and whether something is wrong. */
export function NodeCard({ node }: { readonly node: FlowNode }) {
  const { words, lifecycle, problems, chosen, choose } = useWorkbench();
  const traces = useTraces();
  const menu = useNodeMenu(node.id);
  const { t, locale } = words;
  const own: Chosen = { kind: 'node', nodeId: node.id };
  const key = chosenKey(own);
  const isChosen = traces === undefined && chosen !== undefined && chosenKey(chosen) === key;
  const count = problems.filter(({ nodeId }) => nodeId === node.id).length;
  const title = nodeTitle(node, locale);
  const trace = traces?.[node.id];
  const names = [
    'node',
    `node-${toneOf(node)}`,
    ...(isChosen ? ['node-chosen'] : []),
    ...(traces === undefined ? [] : [`node-trace node-${trace ?? 'ahead'}`]),
  ];
  return (
    <div
      className={names.join(' ')}
      draggable={traces === undefined && !isFiling(node)}
      onDragStart={(event) => {
        event.dataTransfer.setData(DRAGGED_NODE, node.id);
        event.dataTransfer.effectAllowed = 'move';
      }}
    >
      <button
        type="button"
        className="node-face"
        data-stop={key}
        aria-pressed={isChosen}
        onClick={() => choose(own)}
      >
        <span className="node-kicker">
          <span className="node-icon" aria-hidden="true">
            {iconOf(node)}
          </span>
          {kickerOf(node, lifecycle, t)}
          {trace === undefined ? null : (
            <span className="node-state">{t(`designer.trace.${trace}`)}</span>
          )}
        </span>
        <span className="node-title" title={title}>
          {title}
        </span>
        {summaryOf(node, words).map((line) => (
          <span key={line} className="node-line" title={line}>
            {line}
          </span>
        ))}
        <Marks node={node} />
        {count === 0 ? null : <ProblemMark count={count} />}
      </button>
      {traces === undefined ? (
        <Dropdown menu={{ items: menu }} trigger={['click']} placement="bottomRight" autoFocus>
          <button
            type="button"
            className="node-more"
            aria-haspopup="menu"
            aria-label={t('designer.more', { name: title })}
          >
            <MoreOutlined aria-hidden="true" />
          </button>
        </Dropdown>
      ) : null}
    </div>
  );
}

/** What is special about a step, in a word each: no need to open it to know. */
function Marks({ node }: { readonly node: FlowNode }) {
  const { t } = useWorkbench().words;
  if (node.kind !== 'step') return null;
  const writes = node.form?.write?.length ?? 0;
  const marks = [
    ...(node.opinion === 'required' ? [t('designer.mark.opinion')] : []),
    ...(writes > 0 ? [t('designer.mark.writes', { n: writes })] : []),
    ...(node.riskPoint === undefined ? [] : [t(`designer.mark.risk.${node.riskPoint.level}`)]),
    ...(node.policies?.timeOut === undefined ? [] : [t('designer.mark.timeOut')]),
  ];
  if (marks.length === 0) return null;
  return <span className="node-marks">{marks.join(' · ')}</span>;
}
