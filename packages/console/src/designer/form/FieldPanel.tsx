import { Button } from 'antd';
import type { FieldSchema, FormDefinition } from '@yichuang/kernel/form';
import { translator } from '../../texts/locale.ts';
import { TextInput } from '../basics/TextInput.tsx';
import { changeField, choiceOf, setRequired, splitSection } from '../model/edit-form.ts';
import { withOptional } from '../model/with-optional.ts';
import { useWorkbench } from '../workbench-context.ts';
import { AskedWhenFields } from './AskedWhenFields.tsx';
import { FieldBounds } from './FieldBounds.tsx';
import { OptionFields } from './OptionFields.tsx';
import { PrefillField } from './PrefillField.tsx';
import { useChangeForm } from './use-change-form.ts';
import { useRemoveField } from './use-remove-field.ts';

const itemText = translator('zh-CN');

interface FieldPanelProps {
  readonly form: FormDefinition;
  readonly field: string;
  readonly onField: (field: string | undefined) => void;
}

/** Everything about one field: what it asks, how it is answered, when it is asked at all. */
export function FieldPanel({ form, field, onField }: FieldPanelProps) {
  const { words } = useWorkbench();
  const { t } = words;
  const change = useChangeForm();
  const remove = useRemoveField();
  const schema = form.schema.properties[field];
  if (schema === undefined) return null;
  const set = (edit: (schema: FieldSchema) => FieldSchema, mark?: string) =>
    change((present) => changeField(present, field, edit), mark);
  const setText = (key: 'x-title-en' | 'description' | 'x-description-en') => (text: string) =>
    set((s) => withOptional(s, key, text === '' ? undefined : text), `${key} ${field}`);
  const section = form.sections.find(({ fields }) => fields.includes(field));
  const isFirst = section?.fields[0] === field;
  const isComputed = schema['x-computed'] !== undefined;
  return (
    <>
      <header className="panel-head">
        <div>
          <p className="quiet">{t(`designer.fieldKind.${choiceOf(schema)}`)}</p>
          <h2>{schema.title}</h2>
        </div>
      </header>
      <TextInput
        label={t('designer.fieldTitle')}
        value={schema.title}
        maxLength={100}
        onChange={(title) => set((s) => ({ ...s, title }), `title ${field}`)}
      />
      <label className="check-line">
        <input
          type="checkbox"
          checked={form.schema.required.includes(field)}
          onChange={(event) => {
            const isRequired = event.target.checked;
            change((present) => setRequired(present, field, isRequired));
          }}
        />
        {t('designer.required')}
      </label>
      {isComputed ? <p className="notice notice-soft">{t('designer.computed')}</p> : null}
      <TextInput
        label={t('designer.fieldHelp')}
        hint={t('designer.fieldHelpHint')}
        value={schema.description ?? ''}
        isLong
        maxLength={300}
        onChange={setText('description')}
      />
      {schema.enum === undefined ? null : <OptionFields schema={schema} onChange={set} />}
      <FieldBounds field={field} schema={schema} onChange={set} />
      <AskedWhenFields form={form} field={field} schema={schema} onChange={set} />
      <details className="panel-part">
        <summary>{t('designer.moreSettings')}</summary>
        <TextInput
          label={t('designer.fieldTitleEn')}
          value={schema['x-title-en'] ?? ''}
          onChange={setText('x-title-en')}
        />
        <TextInput
          label={t('designer.fieldHelpEn')}
          value={schema['x-description-en'] ?? ''}
          isLong
          onChange={setText('x-description-en')}
        />
        <PrefillField schema={schema} onChange={set} />
        <label className="check-line">
          <input
            type="checkbox"
            checked={schema['x-sensitive'] ?? false}
            onChange={(event) => {
              const isSensitive = event.target.checked;
              set((s) => withOptional(s, 'x-sensitive', isSensitive ? true : undefined));
            }}
          />
          {t('designer.sensitive')}
        </label>
        <p className="quiet">
          {t('designer.fieldKey')} <code>{field}</code>
        </p>
      </details>
      <div className="panel-acts">
        <Button
          size="small"
          disabled={isFirst}
          onClick={() =>
            change((present) => splitSection(present, field, itemText('designer.newSection')))
          }
        >
          {t('designer.splitSection')}
        </Button>
        <Button
          size="small"
          danger
          onClick={() => {
            remove(field);
            onField(undefined);
          }}
        >
          {t('designer.removeField')}
        </Button>
      </div>
    </>
  );
}
