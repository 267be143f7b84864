import { FieldInput } from '../../form/FieldInput.tsx';
import { useLocale } from '../../session/use-locale.ts';
import type { ActPanelProps } from '../act.ts';
import { AskedMaterial } from '../AskedMaterial.tsx';
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
      {(subject.allowed.materials ?? []).map((materialId) => (
        <AskedMaterial
          key={materialId}
          subject={subject}
          materialId={materialId}
          materials={values.materials}
          onChange={onChange}
        />
      ))}
    </>
  );
}
