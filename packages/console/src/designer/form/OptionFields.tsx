import CloseOutlined from '@ant-design/icons/es/icons/CloseOutlined';
import { Button, Input } from 'antd';
import type { FieldSchema } from '@yichuang/kernel/form';
import { freshBranchId } from '../model/fresh-names.ts';
import { useWorkbench } from '../workbench-context.ts';

interface OptionFieldsProps {
  readonly schema: FieldSchema;
  readonly onChange: (edit: (schema: FieldSchema) => FieldSchema, mark?: string) => void;
}

/** What can be chosen. The stored value stays when its words change: old answers keep meaning. */
export function OptionFields({ schema, onChange }: OptionFieldsProps) {
  const { t } = useWorkbench().words;
  const values = schema.enum ?? [];
  const titles = schema['x-enum-titles'] ?? {};
  const rename = (value: string, title: string) =>
    onChange(
      (s) => ({ ...s, 'x-enum-titles': { ...s['x-enum-titles'], [value]: title } }),
      `option ${value}`,
    );
  const remove = (value: string) =>
    onChange((s) => {
      const { [value]: _, ...rest } = s['x-enum-titles'] ?? {};
      const left = (s.enum ?? []).filter((each) => each !== value);
      return { ...s, enum: left, 'x-enum-titles': rest };
    });
  const add = () => {
    const value = freshBranchId(values);
    onChange((s) => ({
      ...s,
      enum: [...(s.enum ?? []), value],
      'x-enum-titles': { ...s['x-enum-titles'], [value]: '' },
    }));
  };
  return (
    <fieldset className="field">
      <legend className="field-label">{t('designer.options')}</legend>
      <ol className="options">
        {values.map((value, at) => (
          <li key={value}>
            <Input
              aria-label={t('designer.option', { n: at + 1 })}
              value={titles[value] ?? value}
              maxLength={60}
              onChange={(event) => rename(value, event.target.value)}
              onPressEnter={add}
            />
            <Button
              type="text"
              size="small"
              icon={<CloseOutlined />}
              aria-label={t('designer.removeOption', { n: at + 1 })}
              disabled={values.length < 2}
              onClick={() => remove(value)}
            />
          </li>
        ))}
      </ol>
      <Button size="small" onClick={add}>
        {t('designer.addOption')}
      </Button>
    </fieldset>
  );
}
