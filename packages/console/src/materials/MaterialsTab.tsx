import type { CaseView } from '@yichuang/contracts';
import type { MaterialVerdict } from '@yichuang/kernel/case';
import { Button } from 'antd';
import { useState } from 'react';
import { useLocale } from '../session/use-locale.ts';
import { PHONE, useMedia } from '../ui/use-media.ts';
import { useHotkeys } from '../ui/use-hotkeys.ts';
import { countChecked, setVerdict, type CheckValues } from './check-values.ts';
import { MaterialList } from './MaterialList.tsx';
import { PhoneSteps } from './PhoneSteps.tsx';
import { PageViewer } from './PageViewer.tsx';
import { VerdictEditor } from './VerdictEditor.tsx';

interface MaterialsTabProps {
  readonly view: CaseView;
  readonly checks: CheckValues;
  /** Undefined where this person may look and not check. */
  readonly onCheck: ((checks: CheckValues) => void) | undefined;
  readonly onAllComplete: () => void;
}

/** Materials one by one: the list, the pages, and the verdict under one's fingers. */
export function MaterialsTab({ view, checks, onCheck, onAllComplete }: MaterialsTabProps) {
  const { t } = useLocale();
  const isPhone = useMedia(PHONE);
  const { materials } = view;
  const open = materials.filter(({ materialId }) => !checks[materialId]?.verdict);
  // One that was filed needs eyes; one that the platform holds, or that is optional, can wait.
  const firstOpen = open.find(({ pages }) => pages.length > 0) ?? open[0];
  const [chosen, setChosen] = useState((firstOpen ?? materials[0])?.materialId);
  const at = materials.findIndex(({ materialId }) => materialId === chosen);
  const material = materials[at];
  const move = (by: number) => {
    const next = materials[Math.min(Math.max(at + by, 0), materials.length - 1)];
    setChosen(next?.materialId);
  };
  const value = material === undefined ? undefined : checks[material.materialId];
  const give = (verdict: MaterialVerdict) => {
    if (material === undefined || value === undefined || onCheck === undefined) return;
    if (verdict === 'complete') {
      onCheck({ ...checks, [material.materialId]: setVerdict(value, verdict) });
      move(1);
      return;
    }
    // The button fills in the usual reason as well, and leaves the cursor where words are needed.
    document.querySelector<HTMLElement>(`.verdict-${verdict}`)?.click();
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.faults textarea')?.focus());
  };
  useHotkeys({
    n: () => move(1),
    p: () => move(-1),
    '1': () => give('complete'),
    '2': () => give('missing'),
    '3': () => give('wrong'),
  });
  const list = (
    <MaterialList materials={materials} checks={checks} open={chosen} onOpen={setChosen} />
  );
  if (materials.length === 0) return <p className="quiet">{t('materials.none')}</p>;
  return (
    <div className="beside materials">
      <div className="materials-side">
        {onCheck === undefined ? null : (
          <div className="materials-head">
            <span className="tabular" role="status">
              {t('materials.progress', {
                done: countChecked(checks, view),
                all: materials.length,
              })}
            </span>
            <Button size="small" onClick={onAllComplete}>
              {t('materials.allComplete')}
            </Button>
          </div>
        )}
        {isPhone ? (
          <PhoneSteps at={at} materials={materials.length} onMove={move}>
            {list}
          </PhoneSteps>
        ) : (
          list
        )}
      </div>
      {material === undefined ? (
        <p>{t('materials.pick')}</p>
      ) : (
        <div className="material" key={material.materialId}>
          <h3>{material.name}</h3>
          {material.criteria === undefined ? null : (
            <p className="quiet criteria">{t('materials.criteria', { text: material.criteria })}</p>
          )}
          {onCheck === undefined || value === undefined ? null : (
            <VerdictEditor
              material={material}
              value={value}
              onChange={(changed) => onCheck({ ...checks, [material.materialId]: changed })}
            />
          )}
          <PageViewer caseId={view.caseId} material={material} />
          {onCheck === undefined ? null : (
            <p className="quiet only-keyboard">{t('materials.keys')}</p>
          )}
        </div>
      )}
    </div>
  );
}
