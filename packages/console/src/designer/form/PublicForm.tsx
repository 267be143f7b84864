import type { FieldSchema, FormDefinition } from '@yichuang/kernel/form';
import { isAsked } from '@yichuang/kernel/form';
import { useState } from 'react';
import { hintOf, optionTitle, titleOf, unitOf } from '../../form/field-words.ts';
import { toValue } from '../../form/typed-value.ts';
import { useLocale } from '../../session/use-locale.ts';

/** Up to this many options a resident sees at once; longer lists are a select there. */
const MOST_RADIOS = 6;

/** A resident's form, in the portal's own markup; it can be typed into, and sends nothing. */
export function PublicForm({ form }: { readonly form: FormDefinition }) {
  const { t, locale } = useLocale();
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  const data = Object.fromEntries(
    Object.entries(form.schema.properties).map(([name, schema]) => [
      name,
      toValue(schema, texts[name] ?? ''),
    ]),
  );
  return (
    <main className="page">
      {form.sections.map((section) => (
        <section key={section.id}>
          <h1>{titleOf(section, locale)}</h1>
          {section.fields.map((name) => {
            const schema = form.schema.properties[name];
            if (schema === undefined || !isAsked(schema, data)) return null;
            return (
              <PublicField
                key={name}
                name={name}
                schema={schema}
                isRequired={form.schema.required.includes(name)}
                text={texts[name] ?? ''}
                onChange={(text) => setTexts((before) => ({ ...before, [name]: text }))}
              />
            );
          })}
          <p>
            <button type="button" className="button">
              {t('designer.previewContinue')}
            </button>
          </p>
        </section>
      ))}
    </main>
  );
}

interface PublicFieldProps {
  readonly name: string;
  readonly schema: FieldSchema;
  readonly isRequired: boolean;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

function PublicField(props: PublicFieldProps) {
  const { name, schema, isRequired } = props;
  const { t, locale } = useLocale();
  const hint = hintOf(schema, locale);
  const label = (
    <>
      {titleOf(schema, locale)}
      {isRequired ? null : <span className="optional"> {t('form.optional')}</span>}
    </>
  );
  const help = hint === undefined ? null : <p className="hint">{hint}</p>;
  const isChoice = schema.type === 'boolean' || schema.enum !== undefined;
  if (isChoice && (schema.enum?.length ?? 2) <= MOST_RADIOS) {
    return (
      <fieldset className="field">
        <legend>{label}</legend>
        {help}
        <Radios {...props} />
      </fieldset>
    );
  }
  return (
    <div className="field">
      <label htmlFor={`preview-${name}`}>{label}</label>
      {help}
      <Control {...props} />
    </div>
  );
}

function Radios({ name, schema, text, onChange }: PublicFieldProps) {
  const { t, locale } = useLocale();
  const values = schema.type === 'boolean' ? ['true', 'false'] : (schema.enum ?? []);
  return values.map((value) => (
    <div key={value} className="choice">
      <input
        type="radio"
        id={`preview-${name}-${value}`}
        name={name}
        checked={text === value}
        onChange={() => onChange(value)}
      />
      <label htmlFor={`preview-${name}-${value}`}>
        {schema.type === 'boolean'
          ? t(value === 'true' ? 'form.yes' : 'form.no')
          : optionTitle(schema, value, locale)}
      </label>
    </div>
  ));
}

function Control({ name, schema, text, onChange }: PublicFieldProps) {
  const { t, locale } = useLocale();
  const own = {
    id: `preview-${name}`,
    className: 'input',
    value: text,
    onChange: (event: { readonly target: { readonly value: string } }) =>
      onChange(event.target.value),
  };
  if (schema.enum !== undefined) {
    return (
      <select {...own}>
        <option value="">{t('form.choose')}</option>
        {schema.enum.map((value) => (
          <option key={value} value={value}>
            {optionTitle(schema, value, locale)}
          </option>
        ))}
      </select>
    );
  }
  if (schema.format === 'multiline') return <textarea {...own} rows={4} />;
  const isNumber = schema.type !== 'string';
  const type = schema.format === 'date' ? 'date' : schema.format === 'mobile' ? 'tel' : 'text';
  const input = <input {...own} type={type} className={isNumber ? 'input width-8' : 'input'} />;
  const unit = unitOf(schema, locale);
  return unit === undefined ? (
    input
  ) : (
    <span className="with-unit">
      {input}
      <span className="unit">{unit}</span>
    </span>
  );
}
