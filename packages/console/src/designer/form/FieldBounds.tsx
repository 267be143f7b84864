import { Input } from 'antd';
import type { FieldSchema } from '@yichuang/kernel/form';
import { Field } from '../../ui/Field.tsx';
import { TextInput } from '../basics/TextInput.tsx';
import { choiceOf } from '../model/edit-form.ts';
import { withOptional } from '../model/with-optional.ts';
import { useWorkbench } from '../workbench-context.ts';

interface FieldBoundsProps {
  readonly field: string;
  readonly schema: FieldSchema;
  readonly onChange: (edit: (schema: FieldSchema) => FieldSchema, mark?: string) => void;
}

type Bound = 'minimum' | 'maximum' | 'minLength' | 'maxLength';

/** Unit and bounds of a number, length of a text; other kinds have none. */
export function FieldBounds({ field, schema, onChange }: FieldBoundsProps) {
  const { t } = useWorkbench().words;
  const choice = choiceOf(schema);
  const set = (key: Bound, text: string) => {
    const value = text === '' ? undefined : Number(text);
    if (value !== undefined && !Number.isFinite(value)) return;
    onChange((s) => withOptional(s, key, value), `${key} ${field}`);
  };
  const bound = (key: Bound) => (
    <Field label={t(`designer.bound.${key}`)}>
      {(control) => (
        <Input
          {...control}
          type="number"
          value={schema[key] ?? ''}
          onChange={(event) => set(key, event.target.value)}
        />
      )}
    </Field>
  );
  if (choice === 'text' || choice === 'multiline') {
    return (
      <div className="field-pair">
        {bound('minLength')}
        {bound('maxLength')}
      </div>
    );
  }
  if (choice !== 'number' && choice !== 'money') return null;
  return (
    <>
      <TextInput
        label={t('designer.unitLabel')}
        value={schema['x-unit'] ?? ''}
        maxLength={20}
        onChange={(text) =>
          onChange(
            (s) => withOptional(s, 'x-unit', text === '' ? undefined : text),
            `unit ${field}`,
          )
        }
      />
      <div className="field-pair">
        {bound('minimum')}
        {bound('maximum')}
      </div>
      <label className="check-line">
        <input
          type="checkbox"
          checked={schema.type === 'integer'}
          onChange={(event) => {
            const type = event.target.checked ? 'integer' : 'number';
            onChange((s) => ({ ...s, type }));
          }}
        />
        {t('designer.whole')}
      </label>
    </>
  );
}
