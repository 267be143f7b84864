import type { DesignDraftView, DesignProblem } from '@yichuang/contracts';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { setTabTitle } from '../ui/tab-title.ts';
import { Tabs } from '../ui/Tabs.tsx';
import { BasicsTab } from './basics/BasicsTab.tsx';
import { MaterialsTab } from './basics/MaterialsTab.tsx';
import { RemovalDialog } from './canvas/RemovalDialog.tsx';
import { DraftHead } from './DraftHead.tsx';
import { DESIGN_TABS, tabOf, type DesignTab } from './design-tabs.ts';
import { FlowTab } from './FlowTab.tsx';
import { FormTab } from './form/FormTab.tsx';
import { locate } from './model/lane.ts';
import { ProblemList } from './ProblemList.tsx';
import { ConflictNotice } from './SaveLine.tsx';
import { TryView } from './try/TryView.tsx';
import { useBench } from './use-bench.ts';
import { WorkbenchContext } from './workbench-context.ts';

/** One draft: its four sides as tabs, what is wrong below, and the try in place of them all. */
export function DraftWorkbench({ view }: { readonly view: DesignDraftView }) {
  const { bench, removing, endRemoval } = useBench(view);
  const { design, words, flow } = bench;
  const { t } = words;
  const navigate = useNavigate();
  const search = useSearch({ strict: false });
  const tab = DESIGN_TABS.find((name) => name === search.side) ?? 'flow';
  const [field, setField] = useState<string>();
  const [isTrying, setIsTrying] = useState(false);
  const open = (next: DesignTab) =>
    void navigate({
      to: '/designer/$draftId',
      params: { draftId: view.draftId },
      search: { side: next },
      replace: true,
    });
  useEffect(() => setTabTitle(`${design.item.name} · ${t('app.name')}`), [design.item.name, t]);
  useUndoKeys(design.undo, design.redo);
  const go = (problem: DesignProblem) => {
    setIsTrying(false);
    const { nodeId } = problem;
    if (nodeId !== undefined && flow !== undefined && locate(flow, nodeId) !== undefined) {
      bench.choose({ kind: 'node', nodeId });
      open('flow');
      return;
    }
    if (problem.field !== undefined && tabOf(problem.path) === 'form') setField(problem.field);
    open(tabOf(problem.path));
  };
  return (
    <WorkbenchContext value={bench}>
      <div className="designer">
        <DraftHead isTrying={isTrying} onTry={() => setIsTrying(!isTrying)} onGo={go} />
        <ConflictNotice design={design} />
        {isTrying ? (
          <TryView onClose={() => setIsTrying(false)} onGo={go} />
        ) : (
          <Tabs
            label={t('designer.tabs')}
            tabs={DESIGN_TABS.map((id) => ({
              id,
              title: t(`designer.tab.${id}`),
              badge: badgeOf(bench.problems, id),
            }))}
            open={tab}
            onOpen={open}
          >
            {tab === 'flow' ? <FlowTab /> : null}
            {tab === 'form' ? <FormTab field={field} onField={setField} /> : null}
            {tab === 'materials' ? <MaterialsTab /> : null}
            {tab === 'basics' ? <BasicsTab /> : null}
          </Tabs>
        )}
        <ProblemList problems={bench.problems} onGo={go} />
        {removing === undefined ? null : <RemovalDialog asked={removing} onClose={endRemoval} />}
      </div>
    </WorkbenchContext>
  );
}

function badgeOf(problems: readonly DesignProblem[], tab: DesignTab): string | undefined {
  const count = problems.filter(({ path }) => tabOf(path) === tab).length;
  return count === 0 ? undefined : `▲ ${count}`;
}

/** Ctrl Z and Ctrl Y for the whole draft, except where a browser undoes typing itself. */
function useUndoKeys(undo: () => void, redo: () => void): void {
  const acts = useRef({ undo, redo });
  useEffect(() => {
    acts.current = { undo, redo };
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const target = event.target;
      if (target instanceof HTMLElement && /^(INPUT|TEXTAREA)$/.test(target.tagName)) return;
      const key = event.key.toLowerCase();
      const isRedo = key === 'y' || (key === 'z' && event.shiftKey);
      if (!isRedo && key !== 'z') return;
      event.preventDefault();
      if (isRedo) acts.current.redo();
      else acts.current.undo();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
