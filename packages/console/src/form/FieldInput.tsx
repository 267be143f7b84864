import type { FieldSchema } from '@yichuang/kernel/form';
import { Input } from 'antd';
import { useLocale } from '../session/use-locale.ts';
import { Field } from '../ui/Field.tsx';
import { hintOf, optionTitle, titleOf, unitOf } from './field-words.ts';

interface FieldInputProps {
  readonly schema: FieldSchema;
  readonly isRequired: boolean;
  readonly text: string;
  readonly problem?: string | undefined;
  /** A word beside the label, such as where the value comes from. */
  readonly note?: string | undefined;
  readonly onChange: (text: string) => void;
  readonly onBlur?: () => void;
}

/** One field of an item's form. Plain controls: they work on every phone and with every reader. */
export function FieldInput(props: FieldInputProps) {
  const { schema, isRequired, text, problem, note, onChange, onBlur } = props;
  const { t, locale } = useLocale();
  const hint = hintOf(schema, locale);
  const label = (
    <>
      {titleOf(schema, locale)}
      {isRequired ? null : t('form.optional')}
      {note === undefined ? null : <span className="field-note">{note}</span>}
    </>
  );
  return (
    <Field label={label} problem={problem} {...(hint === undefined ? {} : { hint })}>
      {(control) => {
        const { status, ...aria } = control;
        if (schema.enum !== undefined || schema.type === 'boolean') {
          return (
            <select
              {...aria}
              className={status === undefined ? 'select' : 'select select-wrong'}
              value={text}
              onChange={(event) => onChange(event.target.value)}
              onBlur={onBlur}
            >
              <option value="">{t('form.choose')}</option>
              {optionsOf(schema).map((value) => (
                <option key={value} value={value}>
                  {schema.type === 'boolean'
                    ? t(value === 'true' ? 'form.yes' : 'form.no')
                    : optionTitle(schema, value, locale)}
                </option>
              ))}
            </select>
          );
        }
        if (schema.format === 'multiline') {
          return (
            <Input.TextArea
              {...control}
              autoSize={{ minRows: 2, maxRows: 8 }}
              value={text}
              onChange={(event) => onChange(event.target.value)}
              {...(onBlur === undefined ? {} : { onBlur })}
            />
          );
        }
        return (
          <Input
            {...control}
            type={schema.format === 'date' ? 'date' : 'text'}
            inputMode={inputMode(schema)}
            suffix={unitOf(schema, locale)}
            value={text}
            onChange={(event) => onChange(event.target.value)}
            {...(onBlur === undefined ? {} : { onBlur })}
          />
        );
      }}
    </Field>
  );
}

function optionsOf(schema: FieldSchema): readonly string[] {
  return schema.type === 'boolean' ? ['true', 'false'] : (schema.enum ?? []);
}

function inputMode(schema: FieldSchema): 'numeric' | 'decimal' | 'tel' | 'text' {
  if (schema.type === 'integer') return 'numeric';
  if (schema.type === 'number') return 'decimal';
  return schema.format === 'mobile' ? 'tel' : 'text';
}
