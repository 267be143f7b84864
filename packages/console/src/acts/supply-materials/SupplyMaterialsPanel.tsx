import { PageUploads } from '../../counter/PageUploads.tsx';
import { formatDay } from '../../format/format-day.ts';
import { useLocale } from '../../session/use-locale.ts';
import type { ActPanelProps } from '../act.ts';
import { owedMaterials, type SupplyMaterialsValues } from './form-values.ts';

export function SupplyMaterialsPanel(props: ActPanelProps<SupplyMaterialsValues>) {
  const { subject, values, problems, onChange } = props;
  const { t, locale } = useLocale();
  const problem = problems['materials'];
  return (
    <>
      {problem === undefined ? null : <p className="notice notice-soft">{t(problem.key)}</p>}
      {owedMaterials(subject).map(({ debtId, materialId, name, dueOn }) => (
        <section key={debtId} className="asked-material">
          <h4>{name}</h4>
          {dueOn === undefined ? null : (
            <p className="quiet">{t('debt.due', { day: formatDay(dueOn, locale) })}</p>
          )}
          <PageUploads
            itemCode={subject.view.itemCode}
            itemVersion={subject.view.itemVersion}
            name={name}
            definition={subject.item?.materials.find(({ id }) => id === materialId)}
            materialId={materialId}
            value={values.materials[materialId] ?? { pages: [], isOnPaper: false }}
            onChange={(given) =>
              onChange({ materials: { ...values.materials, [materialId]: given } })
            }
          />
        </section>
      ))}
    </>
  );
}
