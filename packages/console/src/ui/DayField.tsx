import { Input } from 'antd';
import { Field } from './Field.tsx';

interface DayFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  /** A Shanghai day, `YYYY-MM-DD`; '' while none is chosen. */
  readonly value: string;
  readonly problem?: string | undefined;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly onChange: (value: string) => void;
}

/** A day from the browser's own calendar: it works with every phone, keyboard and reader. */
export function DayField({ label, hint, value, problem, min, max, onChange }: DayFieldProps) {
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })} problem={problem}>
      {(control) => (
        <Input
          {...control}
          type="date"
          className="input-day"
          min={min}
          max={max}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
