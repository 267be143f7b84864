import { Button } from 'antd';
import type { MaterialDefinition } from '@yichuang/kernel/case';
import { useWorkbench } from '../workbench-context.ts';
import { DocumentFields } from './DocumentFields.tsx';
import { LimitFields } from './LimitFields.tsx';
import { MaterialFields } from './MaterialFields.tsx';
import { useChangeItem } from './use-change-item.ts';

/** What has to be handed in, and within how many days it is answered. */
export function MaterialsTab() {
  const { design, words, lifecycle } = useWorkbench();
  const { t } = words;
  const { materials } = design.item;
  const change = useChangeItem();
  const set = (next: readonly MaterialDefinition[], mark?: string) =>
    change('materials', next, mark);
  const add = () => set([...materials, newMaterial(materials, design.reserved)]);
  const move = (at: number, by: -1 | 1) => {
    const [own, other] = [materials[at], materials[at + by]];
    if (own === undefined || other === undefined) return;
    set(materials.with(at, other).with(at + by, own));
  };
  return (
    <div className="basics">
      <section className="paper">
        <h2>{t('designer.materials')}</h2>
        {materials.length === 0 ? (
          <p className="quiet">{t('designer.noMaterials')}</p>
        ) : (
          <ol className="material-rows">
            {materials.map((material, at) => (
              <li key={material.id}>
                <MaterialFields
                  material={material}
                  n={at + 1}
                  isFirst={at === 0}
                  isLast={at === materials.length - 1}
                  onChange={(next, mark) => set(materials.with(at, next), mark)}
                  onMove={(by) => move(at, by)}
                  onRemove={() => set(materials.toSpliced(at, 1))}
                />
              </li>
            ))}
          </ol>
        )}
        <Button onClick={add}>{t('designer.addMaterial')}</Button>
      </section>
      {lifecycle === 'licensing' ? (
        <section className="paper">
          <h2>{t('designer.limits')}</h2>
          <LimitFields />
          <h2 className="basics-next">{t('designer.documents')}</h2>
          <DocumentFields />
        </section>
      ) : (
        <p className="quiet basics-note">{t('designer.limitsInternal')}</p>
      )}
    </div>
  );
}

/** Page pictures of up to five megabytes: what a phone makes and the counter's scanner gives. */
function newMaterial(
  materials: readonly MaterialDefinition[],
  reserved: ReadonlySet<string>,
): MaterialDefinition {
  const taken = new Set([...materials.map(({ id }) => id), ...reserved]);
  let n = 1;
  while (taken.has(`material-${n}`)) n += 1;
  return {
    id: `material-${n}`,
    name: '',
    necessity: 'required',
    carrier: 'electronic',
    source: 'applicant',
    upload: {
      accept: ['image/jpeg', 'image/png', 'application/pdf'],
      maxBytes: 5 * 1024 * 1024,
      maxPages: 20,
    },
  };
}
