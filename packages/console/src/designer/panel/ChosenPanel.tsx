import CloseOutlined from '@ant-design/icons/es/icons/CloseOutlined';
import { Button } from 'antd';
import type { FlowNode } from '@yichuang/kernel/flow';
import { useEffect, useRef } from 'react';
import { findBranch, isSplit, locate } from '../model/lane.ts';
import { useWorkbench } from '../workbench-context.ts';
import { branchWords, kickerOf, nodeTitle } from '../words.ts';
import { BranchPanel } from './BranchPanel.tsx';
import { NameFields } from './NameFields.tsx';
import { SplitPanel } from './SplitPanel.tsx';
import { StepPanel } from './StepPanel.tsx';
import { SubcasesPanel } from './SubcasesPanel.tsx';
import { AutomaticPanel, WaitPanel } from './SystemPanel.tsx';

/** What is chosen on the canvas, in sentences; what is wrong with it stands on top. */
export function ChosenPanel() {
  const { words, lifecycle, flow, chosen, choose, problems } = useWorkbench();
  const { t, locale } = words;
  const panel = useRef<HTMLElement>(null);
  const key = chosen === undefined ? '' : JSON.stringify(chosen);
  useEffect(() => {
    panel.current?.scrollTo({ top: 0 });
  }, [key]);
  if (flow === undefined || chosen === undefined) {
    return (
      <aside className="panel panel-empty" aria-label={t('designer.panel')}>
        <p>{t('designer.panelEmpty')}</p>
        <p className="quiet">{t('designer.panelEmptyLead')}</p>
        <p className="quiet only-keyboard panel-keys">{t('designer.keys')}</p>
      </aside>
    );
  }
  const nodeId = chosen.kind === 'node' ? chosen.nodeId : chosen.splitId;
  const node = locate(flow, nodeId)?.node;
  if (node === undefined) return null;
  const branch =
    chosen.kind === 'branch' ? findBranch(flow, chosen.splitId, chosen.branchId) : undefined;
  const own = problems.filter((problem) => problem.nodeId === nodeId);
  const kicker =
    branch === undefined || !isSplit(node)
      ? kickerOf(node, lifecycle, t)
      : t('designer.branchOf', { name: nodeTitle(node, locale) });
  const title =
    branch !== undefined && isSplit(node)
      ? branchWords(node, branch, words)
      : nodeTitle(node, locale);
  return (
    <aside ref={panel} className="panel" aria-label={t('designer.panel')} data-panel={nodeId}>
      <header className="panel-head">
        <div>
          <p className="quiet">{kicker}</p>
          <h2>{title}</h2>
        </div>
        <Button
          type="text"
          icon={<CloseOutlined />}
          aria-label={t('designer.closePanel')}
          onClick={() => choose(undefined)}
        />
      </header>
      {own.length === 0 ? null : (
        <ul className="panel-problems">
          {own.map((problem) => (
            <li key={`${problem.code} ${problem.path}`}>
              {problem.text} <span className="quiet">{problem.remedy}</span>
            </li>
          ))}
        </ul>
      )}
      {branch !== undefined && isSplit(node) ? (
        <BranchPanel key={key} split={node} branch={branch} />
      ) : (
        <NodePanel key={key} node={node} />
      )}
    </aside>
  );
}

function NodePanel({ node }: { readonly node: FlowNode }) {
  switch (node.kind) {
    case 'step':
      return <StepPanel step={node} />;
    case 'choice':
    case 'parallel':
      return <SplitPanel split={node} />;
    case 'subcases':
      return <SubcasesPanel node={node} />;
    case 'automatic':
      return <AutomaticPanel node={node} />;
    case 'wait':
      return <WaitPanel node={node} />;
    case 'sequence':
      return <NameFields node={node} />;
  }
}
