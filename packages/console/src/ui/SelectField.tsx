import { useLocale } from '../session/use-locale.ts';
import { Field } from './Field.tsx';

interface SelectFieldProps<T extends string> {
  readonly label: string;
  readonly hint?: string | undefined;
  /** '' while nothing is chosen. */
  readonly value: T | '';
  readonly problem?: string | undefined;
  readonly options: readonly { readonly value: T; readonly title: string }[];
  readonly onChange: (value: T | '') => void;
}

/** One of a list, as the browser draws it: typing the first characters finds it. */
export function SelectField<T extends string>(props: SelectFieldProps<T>) {
  const { label, hint, value, problem, options, onChange } = props;
  const { t } = useLocale();
  return (
    <Field label={label} problem={problem} {...(hint === undefined ? {} : { hint })}>
      {({ status, ...aria }) => (
        <select
          {...aria}
          className={status === undefined ? 'select' : 'select select-wrong'}
          value={value}
          onChange={(event) =>
            onChange(options.find((one) => one.value === event.target.value)?.value ?? '')
          }
        >
          <option value="">{t('form.choose')}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.title}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
