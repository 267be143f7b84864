import type { FormDefinition } from '@yichuang/kernel/form';
import { isAsked } from '@yichuang/kernel/form';
import { useState } from 'react';
import { FieldInput } from '../../form/FieldInput.tsx';
import { titleOf } from '../../form/field-words.ts';
import { toValue } from '../../form/typed-value.ts';
import { useLocale } from '../../session/use-locale.ts';

/** A colleague's form, with the console's own fields; it can be typed into, and sends nothing. */
export function InternalForm({ form }: { readonly form: FormDefinition }) {
  const { locale } = useLocale();
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  const data = Object.fromEntries(
    Object.entries(form.schema.properties).map(([name, schema]) => [
      name,
      toValue(schema, texts[name] ?? ''),
    ]),
  );
  return (
    <>
      {form.sections.map((section) => (
        <fieldset key={section.id} className="draft-section">
          <legend>{titleOf(section, locale)}</legend>
          {section.fields.map((name) => {
            const schema = form.schema.properties[name];
            if (schema === undefined || !isAsked(schema, data)) return null;
            return (
              <FieldInput
                key={name}
                schema={schema}
                isRequired={form.schema.required.includes(name)}
                text={texts[name] ?? ''}
                onChange={(text) => setTexts((before) => ({ ...before, [name]: text }))}
              />
            );
          })}
        </fieldset>
      ))}
    </>
  );
}
