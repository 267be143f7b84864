import { Button } from 'antd';
import { useEffect } from 'react';
import { PHONE, useMedia } from '../ui/use-media.ts';
import { FlowCanvas } from './canvas/FlowCanvas.tsx';
import { chosenKey } from './model/neighbour.ts';
import { starterFlow } from './model/starter-flow.ts';
import { ChosenPanel } from './panel/ChosenPanel.tsx';
import { useWorkbench } from './workbench-context.ts';

const MENU_CLOSES_MS = 150;

/** Canvas and panel side by side; on a phone the panel covers the list. */
export function FlowTab() {
  const { flow, words, design, lifecycle, editing, chosen } = useWorkbench();
  const { t } = words;
  const isPhone = useMedia(PHONE);
  const key = chosen === undefined ? '' : chosenKey(chosen);
  useEffect(() => {
    if (key === '') return undefined;
    const find = () => document.querySelector<HTMLElement>(`[data-stop="${CSS.escape(key)}"]`);
    find()?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    // A closing menu gives the focus back to its button; the keyboard goes on at what is new.
    const timer = setTimeout(() => {
      const isInPanel = document.activeElement?.closest('.panel') !== null;
      if (!isInPanel) find()?.focus({ preventScroll: true });
    }, MENU_CLOSES_MS);
    return () => clearTimeout(timer);
  }, [key]);
  if (flow === undefined) {
    return (
      <div className="designer-empty">
        <p>{t('designer.noFlow')}</p>
        <Button
          type="primary"
          onClick={() =>
            design.change((item) => ({
              ...item,
              flow: starterFlow(lifecycle, editing.nameOf),
            }))
          }
        >
          {t('designer.beginFlow')}
        </Button>
      </div>
    );
  }
  const isSheet = isPhone && chosen !== undefined;
  return (
    <div className={isSheet ? 'flow-tab flow-tab-sheet' : 'flow-tab'}>
      <FlowCanvas />
      {isPhone && chosen === undefined ? null : <ChosenPanel />}
    </div>
  );
}
