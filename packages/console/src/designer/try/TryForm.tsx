import type { FormData } from '@yichuang/kernel/form';
import { isAsked } from '@yichuang/kernel/form';
import { Button } from 'antd';
import { useState } from 'react';
import { FieldInput } from '../../form/FieldInput.tsx';
import { toText, toValue } from '../../form/typed-value.ts';
import { useWorkbench } from '../workbench-context.ts';

interface TryFormProps {
  readonly data: FormData;
  /** Files the case anew with these answers. */
  readonly onRun: (data: FormData) => void;
}

/** The answers on which the conditions turn; with others the case may go another way. */
export function TryForm({ data, onRun }: TryFormProps) {
  const { design, words } = useWorkbench();
  const { t } = words;
  const { form } = design.item;
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(Object.entries(data).map(([name, value]) => [name, toText(value)])),
  );
  if (form === undefined) return null;
  const typed: FormData = Object.fromEntries(
    Object.entries(form.schema.properties).map(([name, schema]) => [
      name,
      toValue(schema, texts[name] ?? ''),
    ]),
  );
  const fields = form.sections.flatMap((section) => section.fields);
  return (
    <details className="panel-part">
      <summary>{t('designer.tryForm')}</summary>
      {fields.map((name) => {
        const schema = form.schema.properties[name];
        if (schema === undefined || !isAsked(schema, typed)) return null;
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
      <Button
        onClick={() =>
          onRun(Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== null)))
        }
      >
        {t('designer.tryFile')}
      </Button>
    </details>
  );
}
