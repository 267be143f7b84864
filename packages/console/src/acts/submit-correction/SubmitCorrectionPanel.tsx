import { PageUploads } from '../../counter/PageUploads.tsx';
import { useLocale } from '../../session/use-locale.ts';
import type { ActPanelProps } from '../act.ts';
import { askedFor, type SubmitCorrectionValues } from './form-values.ts';

export function SubmitCorrectionPanel(props: ActPanelProps<SubmitCorrectionValues>) {
  const { subject, values, problems, onChange } = props;
  const { t } = useLocale();
  const problem = problems['materials'];
  return (
    <>
      {problem === undefined ? null : <p className="notice notice-soft">{t(problem.key)}</p>}
      {askedFor(subject).map(({ materialId, name, problem: asked, instruction }) => (
        <section key={materialId} className="asked-material">
          <h4>{name}</h4>
          <p className="quiet">
            {asked} {instruction}
          </p>
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
