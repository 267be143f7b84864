import { checkField, isAsked, type FieldSchema, type FormValue } from '@yichuang/kernel/form';
import type { PlainDate } from '@yichuang/kernel/time';
import { emptyFor, sentMaterials, type HandedInById } from '../../counter/handed-in.ts';
import { toText, toValue } from '../../form/typed-value.ts';
import { textKey } from '../../texts/locale.ts';
import { taskOf, type ActSubject, type CommandOf, type Problems } from '../act.ts';

export interface AmendFormValues {
  /** Text of each field that may be written, as it stands in its box. */
  readonly texts: Readonly<Record<string, string>>;
  /** What is handed in with it, by material; empty where nothing may be. */
  readonly materials: HandedInById;
}

export function writableFields(
  subject: ActSubject,
): readonly { readonly name: string; readonly schema: FieldSchema }[] {
  const properties = subject.item?.form?.schema.properties ?? {};
  return (subject.allowed.fields ?? []).flatMap((name) => {
    const schema = properties[name];
    return schema === undefined ? [] : [{ name, schema }];
  });
}

/** As it stands in the box; a box that came later than its values shows what the case holds. */
export function textIn({ texts }: AmendFormValues, name: string, { view }: ActSubject): string {
  return texts[name] ?? toText(view.form[name]);
}

/** Those that are asked, with what is being typed. */
export function askedFields(
  subject: ActSubject,
  values: AmendFormValues,
): ReturnType<typeof writableFields> {
  const all = writableFields(subject);
  const typed = all.map(
    ({ name, schema }) => [name, toValue(schema, textIn(values, name, subject))] as const,
  );
  const data = { ...subject.view.form, ...Object.fromEntries(typed) };
  return all.filter(({ schema }) => isAsked(schema, data));
}

export function toForm(subject: ActSubject): AmendFormValues {
  const texts = writableFields(subject).map(({ name }) => [name, toText(subject.view.form[name])]);
  return {
    texts: Object.fromEntries(texts) as Record<string, string>,
    materials: emptyFor(subject.allowed.materials ?? []),
  };
}

/** Only what differs: a field that was not touched is not written, whatever it holds by now. */
export function toPatch(
  values: AmendFormValues,
  subject: ActSubject,
): Readonly<Record<string, FormValue>> {
  const changed = askedFields(subject, values).flatMap(({ name, schema }) => {
    const text = textIn(values, name, subject);
    return text === toText(subject.view.form[name]) ? [] : [[name, toValue(schema, text)] as const];
  });
  return Object.fromEntries(changed);
}

export function toCommand(values: AmendFormValues, subject: ActSubject): CommandOf<'AmendForm'> {
  const materials = sentMaterials(values.materials);
  return {
    type: 'AmendForm',
    taskId: taskOf(subject),
    patch: toPatch(values, subject),
    ...(materials.length === 0 ? {} : { materials }),
  };
}

export function problemsOf(values: AmendFormValues, subject: ActSubject): Problems {
  const patch = toPatch(values, subject);
  const { materials = [] } = toCommand(values, subject);
  const isEmpty = Object.keys(patch).length === 0 && materials.length === 0;
  if (isEmpty) return { form: { key: 'act.AmendForm.nothing' } };
  const found = writableFields(subject).flatMap(({ name, schema }) => {
    const value = patch[name];
    if (value === undefined || value === null) return [];
    return checkField(name, schema, value, today(subject)).map((problem) => {
      const key = textKey('problem', problem.code) ?? 'problem.field-not-a-text';
      return [name, { key, params: { title: schema.title, ...problem.params } }] as const;
    });
  });
  return Object.fromEntries(found);
}

// Only a birth date in an id number asks for today; the day of receipt is never later than it.
function today({ view }: ActSubject): PlainDate {
  return view.receivedOn as PlainDate;
}
