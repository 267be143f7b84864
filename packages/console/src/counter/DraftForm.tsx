import type { DraftProblem } from '@yichuang/contracts';
import {
  checkField,
  isAsked,
  type FieldSchema,
  type FormData,
  type FormDefinition,
  type FormValue,
} from '@yichuang/kernel/form';
import type { PlainDate } from '@yichuang/kernel/time';
import { useState } from 'react';
import { dayOf } from '../format/format-day.ts';
import { FieldInput } from '../form/FieldInput.tsx';
import { showProblem, showValue, titleOf } from '../form/field-words.ts';
import { useLocale } from '../session/use-locale.ts';
import type { FormTexts } from './draft-values.ts';

interface DraftFormProps {
  readonly form: FormDefinition | undefined;
  readonly known: readonly string[];
  readonly problems: readonly DraftProblem[];
  readonly texts: FormTexts;
  readonly data: FormData;
  readonly onText: (field: string, text: string) => void;
  readonly onLeave: () => void;
}

/** All sections; a field is judged when it is left, not while it is typed. */
export function DraftForm(props: DraftFormProps) {
  const { form, known, problems, texts, data, onText, onLeave } = props;
  const words = useLocale();
  const { t, locale } = words;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  if (form === undefined) return <p className="quiet">{t('form.none')}</p>;
  const today = dayOf(new Date().toISOString()) as PlainDate;
  const problemOf = (name: string): string | undefined => {
    if (!left.has(name)) return undefined;
    const schema = form.schema.properties[name];
    const value = data[name];
    if (schema === undefined) return undefined;
    if (value === undefined || value === null) {
      return problems.find(({ kind, subject }) => kind === 'field' && subject === name)?.text;
    }
    const [found] = checkField(name, schema, value, today);
    return found === undefined ? undefined : showProblem(found, schema, words);
  };
  return (
    <>
      {form.sections.map((section) => (
        <fieldset key={section.id} className="draft-section">
          <legend>{titleOf(section, locale)}</legend>
          <div className="draft-fields">
            {section.fields.map((name) => {
              const schema = form.schema.properties[name];
              if (schema === undefined || !isAsked(schema, data)) return null;
              if (schema.readOnly === true) {
                return <FieldShown key={name} schema={schema} value={data[name]} />;
              }
              return (
                <div key={name} className={schema.format === 'multiline' ? 'wide' : ''}>
                  <FieldInput
                    schema={schema}
                    isRequired={form.schema.required.includes(name)}
                    text={texts[name] ?? ''}
                    problem={problemOf(name)}
                    note={known.includes(name) ? t('counter.known') : undefined}
                    onChange={(text) => onText(name, text)}
                    onBlur={() => {
                      setLeft(new Set([...left, name]));
                      onLeave();
                    }}
                  />
                </div>
              );
            })}
          </div>
        </fieldset>
      ))}
    </>
  );
}

interface FieldShownProps {
  readonly schema: FieldSchema;
  readonly value: FormValue | undefined;
}

/** What the platform works out by itself is read, not typed. */
function FieldShown({ schema, value }: FieldShownProps) {
  const words = useLocale();
  const text = showValue(schema, value, words);
  return (
    <div className="field">
      <div className="field-label">{titleOf(schema, words.locale)}</div>
      <div className={text === '' ? 'quiet' : ''}>{text === '' ? words.t('form.empty') : text}</div>
    </div>
  );
}
