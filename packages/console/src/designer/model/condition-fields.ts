import type { ItemDefinition } from '@yichuang/kernel';
import type { FieldSchema } from '@yichuang/kernel/form';
import { optionTitle, titleOf, unitOf } from '../../form/field-words.ts';
import type { Locale, Translate } from '../../texts/locale.ts';
import type { ConditionField } from './condition.ts';
import { allNodes } from './fresh-names.ts';

/** What the conditions of an item's flow may look at: its form, and the parts of joint cases. */
export function conditionFields(
  item: ItemDefinition,
  t: Translate,
  locale: Locale,
): ConditionField[] {
  const form = Object.entries(item.form?.schema.properties ?? {}).map(([name, schema]) =>
    ofField(name, schema, locale),
  );
  const nodes = item.flow === undefined ? [] : allNodes(item.flow);
  const parts = nodes.flatMap((node) => (node.kind === 'subcases' ? node.parts : []));
  const outcomes = ['granted', 'denied'] as const;
  return [
    ...form,
    ...parts.map((part): ConditionField => ({
      name: `parts.${part.id}`,
      title: t('designer.partOutcome', { name: part.name ?? part.id }),
      kind: 'choice',
      options: outcomes.map((value) => ({ value, title: t(`designer.outcome.${value}`) })),
    })),
  ];
}

function ofField(name: string, schema: FieldSchema, locale: Locale): ConditionField {
  const title = titleOf(schema, locale);
  if (schema.type === 'boolean') return { name, title, kind: 'yes-no' };
  if (schema.type !== 'string')
    return { name, title, kind: 'number', unit: unitOf(schema, locale) };
  if (schema.format === 'date') return { name, title, kind: 'date' };
  if (schema.enum === undefined) return { name, title, kind: 'text' };
  const options = schema.enum.map((value) => ({
    value,
    title: optionTitle(schema, value, locale),
  }));
  return { name, title, kind: 'choice', options };
}
