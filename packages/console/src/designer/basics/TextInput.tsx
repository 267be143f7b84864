import { Input } from 'antd';
import { Field } from '../../ui/Field.tsx';

interface TextInputProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly isLong?: boolean;
  readonly maxLength?: number;
  readonly onChange: (text: string) => void;
  readonly onBlur?: () => void;
}

/** A labelled text of one line, or of several. */
export function TextInput(props: TextInputProps) {
  const { label, hint, value, isLong = false, maxLength = 200, onChange, onBlur } = props;
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })}>
      {(control) =>
        isLong ? (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={maxLength}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            {...(onBlur === undefined ? {} : { onBlur })}
          />
        ) : (
          <Input
            {...control}
            maxLength={maxLength}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )
      }
    </Field>
  );
}
