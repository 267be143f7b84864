import { Input } from 'antd';
import { Field } from './Field.tsx';

interface SearchFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly placeholder: string;
  readonly maxLength: number;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/** What a picker is searched by: the browser offers nothing of its own here. */
export function SearchField(props: SearchFieldProps) {
  const { label, hint, problem, placeholder, maxLength, value, onChange } = props;
  return (
    <Field label={label} hint={hint} problem={problem}>
      {(control) => (
        <Input
          {...control}
          type="search"
          autoComplete="off"
          placeholder={placeholder}
          maxLength={maxLength}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
