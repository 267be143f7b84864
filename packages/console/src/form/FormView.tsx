import type { FormData, FormDefinition } from '@yichuang/kernel/form';
import { isAsked } from '@yichuang/kernel/form';
import { useLocale } from '../session/use-locale.ts';
import { showValue, titleOf } from './field-words.ts';

interface FormViewProps {
  readonly form: FormDefinition;
  readonly data: FormData;
  readonly hidden: readonly string[];
  readonly orgNames: Readonly<Record<string, string>> | undefined;
}

/** The form as filled in, section by section; fields that were not asked are not shown. */
export function FormView({ form, data, hidden, orgNames }: FormViewProps) {
  const { t, locale } = useLocale();
  return (
    <>
      {form.sections.map((section) => {
        const fields = section.fields.flatMap((name) => {
          const schema = form.schema.properties[name];
          const isShown = schema !== undefined && !hidden.includes(name) && isAsked(schema, data);
          return isShown ? [{ name, schema }] : [];
        });
        if (fields.length === 0) return null;
        return (
          <section key={section.id} className="form-section">
            <h3>{titleOf(section, locale)}</h3>
            <dl className="facts">
              {fields.map(({ name, schema }) => {
                const text = showValue(schema, data[name], { t, locale, orgNames });
                return (
                  <div key={name} className={schema.format === 'multiline' ? 'fact-wide' : ''}>
                    <dt>{titleOf(schema, locale)}</dt>
                    <dd className={text === '' ? 'quiet' : ''}>
                      {text === '' ? t('form.empty') : text}
                    </dd>
                  </div>
                );
              })}
            </dl>
          </section>
        );
      })}
      {hidden.length === 0 ? null : (
        <p className="quiet">{t('case.hidden', { n: hidden.length })}</p>
      )}
    </>
  );
}
