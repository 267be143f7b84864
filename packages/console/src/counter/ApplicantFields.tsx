import { Input } from 'antd';
import { useLocale } from '../session/use-locale.ts';
import type { TextKey } from '../texts/locale.ts';
import { ChoiceField } from '../ui/ChoiceField.tsx';
import { Field } from '../ui/Field.tsx';
import type { ApplicantValues } from './applicant-values.ts';

interface ApplicantFieldsProps {
  readonly values: ApplicantValues;
  readonly problems: Partial<Record<keyof ApplicantValues, TextKey>>;
  readonly onChange: (change: Partial<ApplicantValues>) => void;
}

export function ApplicantFields({ values, problems, onChange }: ApplicantFieldsProps) {
  const { t } = useLocale();
  const isLegal = values.kind === 'legal';
  const text = (name: 'name' | 'code' | 'phone', label: TextKey, maxLength: number) => {
    const problem = problems[name];
    return (
      <Field
        label={`${t(label)}${name === 'phone' ? t('form.optional') : ''}`}
        problem={problem === undefined ? undefined : t(problem)}
        {...(name === 'phone' ? { hint: t('counter.phoneHint') } : {})}
      >
        {(control) => (
          <Input
            {...control}
            maxLength={maxLength}
            autoComplete="off"
            inputMode={name === 'phone' ? 'tel' : 'text'}
            value={values[name]}
            onChange={(event) => onChange({ [name]: event.target.value })}
          />
        )}
      </Field>
    );
  };
  return (
    <>
      <ChoiceField
        label={t('counter.kind')}
        value={values.kind}
        choices={[
          { value: 'natural', title: t('party.natural') },
          { value: 'legal', title: t('party.legal') },
        ]}
        onChange={(kind) => onChange({ kind })}
      />
      {text('name', isLegal ? 'counter.nameLegal' : 'counter.nameNatural', 100)}
      {text('code', isLegal ? 'counter.codeLegal' : 'counter.codeNatural', 40)}
      {text('phone', 'counter.phone', 30)}
    </>
  );
}
