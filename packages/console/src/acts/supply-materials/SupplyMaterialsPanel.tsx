import { formatDay } from '../../format/format-day.ts';
import { useLocale } from '../../session/use-locale.ts';
import type { ActPanelProps } from '../act.ts';
import { AskedMaterial } from '../AskedMaterial.tsx';
import { owedMaterials, type SupplyMaterialsValues } from './form-values.ts';

export function SupplyMaterialsPanel(props: ActPanelProps<SupplyMaterialsValues>) {
  const { subject, values, problems, onChange } = props;
  const { t, locale } = useLocale();
  const problem = problems['materials'];
  return (
    <>
      {problem === undefined ? null : <p className="notice notice-soft">{t(problem.key)}</p>}
      {owedMaterials(subject).map(({ debtId, materialId, name, dueOn }) => (
        <AskedMaterial
          key={debtId}
          subject={subject}
          materialId={materialId}
          name={name}
          materials={values.materials}
          onChange={onChange}
        >
          {dueOn === undefined ? null : (
            <p className="quiet">{t('debt.due', { day: formatDay(dueOn, locale) })}</p>
          )}
        </AskedMaterial>
      ))}
    </>
  );
}
