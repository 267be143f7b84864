import { useLocale } from '../../session/use-locale.ts';
import type { ActPanelProps } from '../act.ts';
import { AskedMaterial } from '../AskedMaterial.tsx';
import { askedFor, type SubmitCorrectionValues } from './form-values.ts';

export function SubmitCorrectionPanel(props: ActPanelProps<SubmitCorrectionValues>) {
  const { subject, values, problems, onChange } = props;
  const { t } = useLocale();
  const problem = problems['materials'];
  return (
    <>
      {problem === undefined ? null : <p className="notice notice-soft">{t(problem.key)}</p>}
      {askedFor(subject).map(({ materialId, name, problem: asked, instruction }) => (
        <AskedMaterial
          key={materialId}
          subject={subject}
          materialId={materialId}
          name={name}
          materials={values.materials}
          onChange={onChange}
        >
          <p className="quiet">
            {asked} {instruction}
          </p>
        </AskedMaterial>
      ))}
    </>
  );
}
