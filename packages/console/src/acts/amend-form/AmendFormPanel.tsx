import { FieldInput } from '../../form/FieldInput.tsx';
import { useLocale } from '../../session/use-locale.ts';
import type { ActPanelProps } from '../act.ts';
import { writableFields, type AmendFormValues } from './form-values.ts';

export function AmendFormPanel(props: ActPanelProps<AmendFormValues>) {
  const { subject, values, problems, onChange } = props;
  const { t } = useLocale();
  const required = subject.item?.form?.schema.required ?? [];
  const whole = problems['form'];
  return (
    <>
      {whole === undefined ? null : <p className="notice notice-soft">{t(whole.key)}</p>}
      {writableFields(subject).map(({ name, schema }) => {
        const problem = problems[name];
        return (
          <FieldInput
            key={name}
            schema={schema}
            isRequired={required.includes(name)}
            text={values.texts[name] ?? ''}
            problem={problem === undefined ? undefined : t(problem.key, problem.params)}
            onChange={(text) => onChange({ texts: { ...values.texts, [name]: text } })}
          />
        );
      })}
    </>
  );
}
