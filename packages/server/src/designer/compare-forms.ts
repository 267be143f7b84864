import type { DesignChange } from '@yichuang/contracts';
import type { FieldSchema, FormDefinition, FormSection } from '@yichuang/kernel/form';
import { differencesOf, listDifference } from './differences.ts';
import { changeOf, type Words } from './words.ts';

const nothing: FormDefinition = {
  sections: [],
  schema: { type: 'object', properties: {}, required: [] },
};

/** Fields by their ids, in the sections in which they are asked. */
export function compareForms(
  before: FormDefinition = nothing,
  after: FormDefinition = nothing,
  words: Words,
): DesignChange[] {
  return [...compareSections(before, after, words), ...compareFields(before, after, words)];
}

interface Field {
  readonly id: string;
  readonly title: string;
  readonly section: string;
  readonly isRequired: boolean;
  readonly schema: FieldSchema;
}

/** In the order in which they are asked; a field in no section comes last. */
function fieldsOf({ sections, schema }: FormDefinition): Field[] {
  const sectionOf = new Map(sections.flatMap((s) => s.fields.map((id) => [id, s.id])));
  const ids = [...new Set([...sectionOf.keys(), ...Object.keys(schema.properties)])];
  return ids.flatMap((id) => {
    const found = schema.properties[id];
    if (found === undefined) return [];
    const isRequired = schema.required.includes(id);
    const section = sectionOf.get(id) ?? '';
    return [{ id, title: found.title, section, isRequired, schema: found }];
  });
}

function compareFields(
  before: FormDefinition,
  after: FormDefinition,
  words: Words,
): DesignChange[] {
  const { added, removed, kept, moved } = listDifference(
    fieldsOf(before),
    fieldsOf(after),
    ({ id }) => id,
  );
  const titleOf = (id: string): string => after.sections.find((s) => s.id === id)?.title ?? id;
  const elsewhere = kept.filter((pair) => pair.before.section !== pair.after.section);
  const isElsewhere = new Set(elsewhere.map((pair) => pair.after.id));
  const say = (
    kind: 'added' | 'removed' | 'moved',
    key: 'field-added' | 'field-removed' | 'field-moved' | 'field-in-order',
    { id, title, section }: Field,
  ): DesignChange => ({
    kind,
    where: 'form',
    field: id,
    text: words.say(key, { name: title, section: titleOf(section) }),
  });
  return [
    ...added.map((field) => say('added', 'field-added', field)),
    ...removed.map((field) => say('removed', 'field-removed', field)),
    ...elsewhere.map((pair) => say('moved', 'field-moved', pair.after)),
    ...moved
      .filter(({ id }) => !isElsewhere.has(id))
      .map((field) => say('moved', 'field-in-order', field)),
    ...kept.flatMap((pair) => changesOfField(pair.before, pair.after, words)),
  ];
}

function changesOfField(before: Field, after: Field, words: Words): DesignChange[] {
  const subject = words.say('field-subject', { name: after.title });
  return differencesOf(
    { ...before.schema, required: before.isRequired },
    { ...after.schema, required: after.isRequired },
    new Set(),
  ).map((difference) => changeOf(words, 'form', difference, { subject, field: after.id }));
}

function compareSections(
  before: FormDefinition,
  after: FormDefinition,
  words: Words,
): DesignChange[] {
  const { added, removed, kept, moved } = listDifference(
    before.sections,
    after.sections,
    ({ id }) => id,
  );
  const say = (kind: 'added' | 'removed' | 'moved', { title }: FormSection): DesignChange => ({
    kind,
    where: 'form',
    text: words.say(`section-${kind}`, { name: title }),
  });
  return [
    ...added.map((section) => say('added', section)),
    ...removed.map((section) => say('removed', section)),
    ...moved.map((section) => say('moved', section)),
    ...kept.flatMap((pair) =>
      differencesOf(pair.before, pair.after, new Set(['fields'])).map((difference) =>
        changeOf(words, 'form', difference, {
          subject: words.say('section-subject', { name: pair.after.title }),
        }),
      ),
    ),
  ];
}
