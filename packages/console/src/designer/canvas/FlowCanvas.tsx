import MinusOutlined from '@ant-design/icons/es/icons/MinusOutlined';
import PlusOutlined from '@ant-design/icons/es/icons/PlusOutlined';
import { Button } from 'antd';
import { useRef, useState, type CSSProperties } from 'react';
import { withDenied } from '../model/edit-tree.ts';
import { inLane, TRUNK } from '../model/lane.ts';
import { newNode } from '../model/new-node.ts';
import { useTraces } from '../try/traces-context.ts';
import { useWorkbench } from '../workbench-context.ts';
import { LaneView } from './LaneView.tsx';
import { useCanvasKeys } from './use-canvas-keys.ts';

const ZOOMS = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.5];

/** The flow on white paper: scrolls, zooms, and is walked by the arrow keys. */
export function FlowCanvas() {
  const { flow, words, lifecycle, editing, changeFlow } = useWorkbench();
  const { t } = words;
  const isWalked = useTraces() !== undefined;
  const paper = useRef<HTMLDivElement>(null);
  const onKeyDown = useCanvasKeys(paper);
  const [zoom, setZoom] = useState(1);
  if (flow === undefined) return null;
  const step = (by: -1 | 1) => setZoom(ZOOMS[ZOOMS.indexOf(zoom) + by] ?? zoom);
  const addDenied = () =>
    changeFlow((present) =>
      withDenied(
        present,
        (id) => newNode('handle', lifecycle, { id, name: editing.nameOf }),
        editing,
      ),
    );
  return (
    <div className="canvas">
      {/* Arrow keys inside come from the buttons; the paper itself is nobody's stop. */}
      <div
        ref={paper}
        className="canvas-paper"
        // However small the picture, what is pressed keeps its size: a finger does not shrink.
        style={{ '--zoom': zoom, '--still': Math.max(1, 1 / zoom) } as CSSProperties}
        onKeyDown={isWalked ? undefined : onKeyDown}
      >
        <div className="canvas-tree">
          <span className="canvas-end">{t('designer.start')}</span>
          <LaneView lane={TRUNK} nodes={inLane(flow.main)} above={t('designer.start')} />
          <span className="canvas-end">{t('designer.end')}</span>
          {flow.denied === undefined ? null : (
            <>
              <h3 className="canvas-denied">{t('designer.trunk.denied')}</h3>
              <LaneView
                lane={{ kind: 'trunk', tree: 'denied' }}
                nodes={inLane(flow.denied)}
                above={t('designer.trunk.denied')}
              />
              <span className="canvas-end">{t('designer.end')}</span>
              {isWalked ? null : (
                <Button
                  size="small"
                  type="text"
                  onClick={() => changeFlow((present) => withDenied(present, undefined, editing))}
                >
                  {t('designer.removeDenied')}
                </Button>
              )}
            </>
          )}
          {flow.denied === undefined && lifecycle === 'licensing' && !isWalked ? (
            <Button size="small" type="text" className="canvas-more" onClick={addDenied}>
              {t('designer.addDenied')}
            </Button>
          ) : null}
        </div>
      </div>
      <div className="canvas-zoom" role="group" aria-label={t('designer.zoom')}>
        <Button
          size="small"
          icon={<MinusOutlined />}
          aria-label={t('designer.zoomOut')}
          disabled={zoom === ZOOMS[0]}
          onClick={() => step(-1)}
        />
        <button type="button" className="link-plain" onClick={() => setZoom(1)}>
          {t('designer.zoomIs', { n: Math.round(zoom * 100) })}
        </button>
        <Button
          size="small"
          icon={<PlusOutlined />}
          aria-label={t('designer.zoomIn')}
          disabled={zoom === ZOOMS.at(-1)}
          onClick={() => step(1)}
        />
      </div>
    </div>
  );
}
