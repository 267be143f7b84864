import type { FieldSchema } from '@yichuang/kernel/form';
import { Field } from '../../ui/Field.tsx';
import { withOptional } from '../model/with-optional.ts';
import { useWorkbench } from '../workbench-context.ts';

/** What the platform knows and fills in; the server knows no others. */
const SOURCES = [
  'applicant.name',
  'applicant.code',
  'applicant.legalRepresentative',
  'contact.name',
  'contact.code',
  'contact.phone',
] as const;

interface PrefillFieldProps {
  readonly schema: FieldSchema;
  readonly onChange: (edit: (schema: FieldSchema) => FieldSchema, mark?: string) => void;
}

/** What the platform knows already is shown, not asked. */
export function PrefillField({ schema, onChange }: PrefillFieldProps) {
  const { t } = useWorkbench().words;
  return (
    <Field label={t('designer.prefill')}>
      {({ id }) => (
        <select
          id={id}
          className="select"
          value={schema['x-prefill'] ?? ''}
          onChange={(event) => {
            const source = event.target.value;
            onChange((s) => withOptional(s, 'x-prefill', source === '' ? undefined : source));
          }}
        >
          <option value="">{t('designer.prefillNone')}</option>
          {SOURCES.map((source) => (
            <option key={source} value={source}>
              {t(`designer.prefillFrom.${source.replace('.', '-') as 'applicant-name'}`)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
