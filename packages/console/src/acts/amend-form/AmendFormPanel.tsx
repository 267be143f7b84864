import { PageUploads } from '../../counter/PageUploads.tsx';
import { FieldInput } from '../../form/FieldInput.tsx';
import { useLocale } from '../../session/use-locale.ts';
import type { ActPanelProps } from '../act.ts';
import { askedFields, textIn, type AmendFormValues } from './form-values.ts';

export function AmendFormPanel(props: ActPanelProps<AmendFormValues>) {
  const { subject, values, problems, onChange } = props;
  const { t } = useLocale();
  const required = [
    ...(subject.item?.form?.schema.required ?? []),
    ...(subject.allowed.missing ?? []),
  ];
  const whole = problems['form'];
  return (
    <>
      {whole === undefined ? null : <p className="notice notice-soft">{t(whole.key)}</p>}
      {askedFields(subject, values).map(({ name, schema }) => {
        const problem = problems[name];
        return (
          <FieldInput
            key={name}
            schema={schema}
            isRequired={required.includes(name)}
            text={textIn(values, name, subject)}
            problem={problem === undefined ? undefined : t(problem.key, problem.params)}
            onChange={(text) => onChange({ texts: { ...values.texts, [name]: text } })}
          />
        );
      })}
      {(subject.allowed.materials ?? []).map((materialId) => {
        const definition = subject.item?.materials.find(({ id }) => id === materialId);
        const name = definition?.name ?? materialId;
        return (
          <section key={materialId} className="asked-material">
            <h4>{name}</h4>
            <PageUploads
              itemCode={subject.view.itemCode}
              itemVersion={subject.view.itemVersion}
              name={name}
              definition={definition}
              materialId={materialId}
              value={values.materials[materialId] ?? { pages: [], isOnPaper: false }}
              onChange={(given) =>
                onChange({ materials: { ...values.materials, [materialId]: given } })
              }
            />
          </section>
        );
      })}
    </>
  );
}
