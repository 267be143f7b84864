import type { DesignDraftView } from '@yichuang/contracts';
import { Select } from 'antd';
import { Field } from '../../ui/Field.tsx';
import { useWorkbench } from '../workbench-context.ts';
import { BasisRows } from './BasisRows.tsx';
import { TextInput } from './TextInput.tsx';
import { useChangeItem } from './use-change-item.ts';

/** What the item is called, for whom it is, and whose it is. */
export function BasicsTab() {
  const { view, design, words, lifecycle } = useWorkbench();
  const { t } = words;
  const { item } = design;
  const change = useChangeItem();
  const optional = (text: string) => (text === '' ? undefined : text);
  return (
    <div className="basics">
      <section className="paper">
        <h2>{t('designer.basicsName')}</h2>
        <div className="field-pair">
          <TextInput
            label={t('designer.itemName')}
            value={item.name}
            maxLength={100}
            onChange={(text) => change('name', text)}
          />
          <TextInput
            label={t('designer.itemNameEn')}
            value={item.nameEn ?? ''}
            onChange={(text) => change('nameEn', optional(text))}
          />
        </div>
        <TextInput
          label={t('designer.summary')}
          hint={t('designer.summaryHint')}
          value={item.summary}
          isLong
          maxLength={500}
          onChange={(text) => change('summary', text)}
        />
        <TextInput
          label={t('designer.summaryEn')}
          value={item.summaryEn ?? ''}
          isLong
          maxLength={500}
          onChange={(text) => change('summaryEn', optional(text))}
        />
        <ListField
          label={t('designer.synonyms')}
          hint={t('designer.synonymsHint')}
          values={item.synonyms ?? []}
          onChange={(values) => change('synonyms', values.length === 0 ? undefined : values)}
        />
      </section>
      <section className="paper">
        <h2>{t('designer.basicsOwner')}</h2>
        <Field label={t('designer.org')}>
          {(control) => (
            <Select
              {...control}
              showSearch
              className="wide"
              value={item.orgId}
              options={orgOptions(view, item.orgId)}
              optionFilterProp="label"
              onChange={(orgId: string) => change('orgId', orgId)}
            />
          )}
        </Field>
        {view.base === undefined && lifecycle === 'licensing' ? (
          <TextInput
            label={t('designer.code')}
            hint={t('designer.codeHint')}
            value={item.code}
            maxLength={60}
            onChange={(text) => change('code', text)}
          />
        ) : (
          <p className="field">
            <span className="field-label">{t('designer.code')}</span>
            <code>{item.code}</code>
            <span className="quiet line">{t(`designer.lifecycle.${lifecycle}`)}</span>
          </p>
        )}
        <label className="check-line">
          <input
            type="checkbox"
            checked={item.isOnline}
            onChange={(event) => change('isOnline', event.target.checked)}
          />
          {t('designer.isOnline')}
        </label>
        {lifecycle === 'licensing' ? <Publicity /> : null}
      </section>
    </div>
  );
}

/** What residents are told beside the name. */
function Publicity() {
  const { view, design, words } = useWorkbench();
  const { t } = words;
  const { item } = design;
  const change = useChangeItem();
  return (
    <>
      <fieldset className="field">
        <legend className="field-label">{t('designer.audiences')}</legend>
        {(['person', 'enterprise'] as const).map((audience) => (
          <label key={audience} className="check-line">
            <input
              type="checkbox"
              checked={item.audiences.includes(audience)}
              onChange={(event) => {
                const others = item.audiences.filter((each) => each !== audience);
                change('audiences', event.target.checked ? [...others, audience] : others);
              }}
            />
            {t(`designer.audience.${audience}`)}
          </label>
        ))}
      </fieldset>
      <Field label={t('designer.themes')}>
        {(control) => (
          <Select
            {...control}
            mode="multiple"
            className="wide"
            value={[...item.themes]}
            options={view.themes.map(({ id, name }) => ({ value: id, label: name }))}
            optionFilterProp="label"
            onChange={(themes: string[]) => change('themes', themes)}
          />
        )}
      </Field>
      <ListField
        label={t('designer.conditions')}
        hint={t('designer.conditionsHint')}
        values={item.conditions}
        onChange={(values) => change('conditions', values)}
      />
      <BasisRows />
    </>
  );
}

function orgOptions({ organisations }: DesignDraftView, orgId: string) {
  const known = organisations.map(({ id, name }) => ({ value: id, label: name }));
  // An organisation for which this person may not design stays what it is.
  return known.some(({ value }) => value === orgId)
    ? known
    : [...known, { value: orgId, label: orgId }];
}

interface ListFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}

/** One entry a line: pasted lists need nothing else. */
function ListField({ label, hint, values, onChange }: ListFieldProps) {
  return (
    <TextInput
      label={label}
      hint={hint}
      isLong
      maxLength={2000}
      value={values.join('\n')}
      // A line being begun is empty for a moment; leaving it out at once would undo the Enter key.
      onChange={(text) => onChange(text === '' ? [] : text.split('\n'))}
      onBlur={() => {
        const filled = values.filter((line) => line.trim() !== '');
        if (filled.length < values.length) onChange(filled);
      }}
    />
  );
}
