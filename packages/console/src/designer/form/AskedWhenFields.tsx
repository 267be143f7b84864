import type { FieldSchema, FormDefinition } from '@yichuang/kernel/form';
import { optionTitle, titleOf } from '../../form/field-words.ts';
import { withOptional } from '../model/with-optional.ts';
import { Sentence } from '../panel/Sentence.tsx';
import { SelectSlot } from '../panel/slots.tsx';
import { useWorkbench } from '../workbench-context.ts';

interface AskedWhenFieldsProps {
  readonly form: FormDefinition;
  readonly field: string;
  readonly schema: FieldSchema;
  readonly onChange: (edit: (schema: FieldSchema) => FieldSchema, mark?: string) => void;
}

const ALWAYS = '-';

/** "只在〔是否委托〕是〔是〕时才问": only answers that can be listed make another question due. */
export function AskedWhenFields({ form, field, schema, onChange }: AskedWhenFieldsProps) {
  const { t, locale } = useWorkbench().words;
  const when = schema['x-when'];
  if (when !== undefined && 'anyOf' in when) {
    return <p className="notice notice-soft">{t('designer.askedAnyOf')}</p>;
  }
  const askers = Object.entries(form.schema.properties).filter(
    ([name, each]) => name !== field && (each.type === 'boolean' || each.enum !== undefined),
  );
  if (askers.length === 0) return null;
  const set = (name: string, value: string | boolean) =>
    onChange((s) => ({ ...s, 'x-when': { field: name, equals: value } }));
  const asker = when === undefined ? undefined : form.schema.properties[when.field];
  return (
    <Sentence
      text={t(when === undefined ? 'designer.sentence.askedAlways' : 'designer.sentence.asked')}
      slots={{
        field: (
          <SelectSlot
            label={t('designer.slot.asker')}
            value={when?.field ?? ALWAYS}
            options={[
              { value: ALWAYS, title: t('designer.askedAlways') },
              ...askers.map(([name, each]) => ({ value: name, title: titleOf(each, locale) })),
            ]}
            onChange={(name) => {
              const next = form.schema.properties[name];
              if (next === undefined) onChange((s) => withOptional(s, 'x-when', undefined));
              else set(name, next.type === 'boolean' ? true : (next.enum?.[0] ?? ''));
            }}
          />
        ),
        value:
          asker === undefined || when === undefined ? null : (
            <SelectSlot
              label={t('designer.slot.askerValue')}
              value={String(when.equals)}
              options={(asker.type === 'boolean' ? ['true', 'false'] : (asker.enum ?? [])).map(
                (value) => ({
                  value,
                  title:
                    asker.type === 'boolean'
                      ? t(value === 'true' ? 'form.yes' : 'form.no')
                      : optionTitle(asker, value, locale),
                }),
              )}
              onChange={(value) =>
                set(when.field, asker.type === 'boolean' ? value === 'true' : value)
              }
            />
          ),
      }}
    />
  );
}
