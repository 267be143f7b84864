import { checkField, type FieldSchema, type FormValue } from '@yichuang/kernel/form';
import type { PlainDate } from '@yichuang/kernel/time';
import { toText, toValue } from '../../form/typed-value.ts';
import { textKey } from '../../texts/locale.ts';
import { taskOf, type ActSubject, type CommandOf, type Problems } from '../act.ts';

export interface AmendFormValues {
  /** Text of each field that may be written, as it stands in its box. */
  readonly texts: Readonly<Record<string, string>>;
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

export function toForm(subject: ActSubject): AmendFormValues {
  const texts = writableFields(subject).map(({ name }) => [name, toText(subject.view.form[name])]);
  return { texts: Object.fromEntries(texts) as Record<string, string> };
}

/** Only what differs: a field that was not touched is not written, whatever it holds by now. */
export function toPatch(
  values: AmendFormValues,
  subject: ActSubject,
): Readonly<Record<string, FormValue>> {
  const changed = writableFields(subject).flatMap(({ name, schema }) => {
    const text = values.texts[name] ?? '';
    return text === toText(subject.view.form[name]) ? [] : [[name, toValue(schema, text)] as const];
  });
  return Object.fromEntries(changed);
}

export function toCommand(values: AmendFormValues, subject: ActSubject): CommandOf<'AmendForm'> {
  return { type: 'AmendForm', taskId: taskOf(subject), patch: toPatch(values, subject) };
}

export function problemsOf(values: AmendFormValues, subject: ActSubject): Problems {
  const patch = toPatch(values, subject);
  if (Object.keys(patch).length === 0) return { form: { key: 'act.AmendForm.nothing' } };
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
