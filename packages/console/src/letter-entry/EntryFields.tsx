import { Input } from 'antd';
import type { Problems } from '../acts/act.ts';
import { useItem } from '../case/use-case.ts';
import { PageUploads } from '../counter/PageUploads.tsx';
import { useUnits, useWays } from '../letters/use-letters.ts';
import { useLocale } from '../session/use-locale.ts';
import type { TextKey } from '../texts/locale.ts';
import { DayField } from '../ui/DayField.tsx';
import { Field } from '../ui/Field.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { Segments } from '../start/Segments.tsx';
import { CHANNELS, hasReceivedDay, hasSourceNumber, type EntryValues } from './entry-values.ts';
import { MoreFields } from './MoreFields.tsx';

interface EntryFieldsProps {
  readonly values: EntryValues;
  readonly problems: Problems;
  readonly onChange: (change: Partial<EntryValues>) => void;
}

const ATTACHMENTS = 'attachments';
const DIVISIONS: ReadonlySet<string> = new Set(['county', 'township', 'village']);

/** In the order in which a letter is read: how it came, who, what, where; the rest folded away. */
export function EntryFields({ values, problems, onChange }: EntryFieldsProps) {
  const { t } = useLocale();
  const ways = useWays().data ?? [];
  const divisions = (useUnits().data ?? []).filter(({ kind }) => DIVISIONS.has(kind));
  const problemOf = (name: string) => {
    const problem = problems[name];
    return problem === undefined ? undefined : t(problem.key, problem.params);
  };
  const way = ways.find(({ itemCode }) => itemCode === values.itemCode);
  const text = (name: 'name' | 'phone' | 'title' | 'place', label: TextKey, max: number) => (
    <Field label={t(label)} problem={problemOf(name)}>
      {(control) => (
        <Input
          {...control}
          maxLength={max}
          inputMode={name === 'phone' ? 'tel' : 'text'}
          value={values[name]}
          onChange={(event) => onChange({ [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <>
      <Segments
        label={t('entry.channel')}
        value={values.channel}
        options={CHANNELS.map((value) => ({ value, text: t(`letterChannel.${value}`) }))}
        onChange={(chosen) => {
          const channel = CHANNELS.find((one) => one === chosen);
          if (channel !== undefined) onChange({ channel });
        }}
      />
      <div className="field-pair">
        <SelectField
          label={t('entry.way')}
          hint={way?.limits}
          value={values.itemCode}
          problem={problemOf('itemCode')}
          options={ways.map(({ itemCode, name }) => ({ value: itemCode, title: name }))}
          onChange={(itemCode) => onChange({ itemCode, pages: [] })}
        />
        {hasReceivedDay(values) ? (
          <DayField
            label={t('entry.receivedOn')}
            hint={t('entry.receivedOnHint')}
            value={values.receivedOn}
            onChange={(receivedOn) => onChange({ receivedOn })}
          />
        ) : null}
      </div>
      {hasSourceNumber(values) ? (
        <Field label={`${t('letters.sourceNumber')}${t('form.optional')}`}>
          {(control) => (
            <Input
              {...control}
              maxLength={60}
              value={values.sourceNumber}
              onChange={(event) => onChange({ sourceNumber: event.target.value })}
            />
          )}
        </Field>
      ) : null}
      <div className="field-pair">
        {text('name', 'entry.name', 40)}
        {text('phone', 'entry.phone', 20)}
      </div>
      {text('title', 'letters.title', 60)}
      <Field label={t('letters.body')} problem={problemOf('body')}>
        {(control) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 5, maxRows: 14 }}
            maxLength={10_000}
            value={values.body}
            onChange={(event) => onChange({ body: event.target.value })}
          />
        )}
      </Field>
      <div className="field-pair">
        <SelectField
          label={`${t('letters.division')}${t('form.optional')}`}
          value={values.division}
          options={divisions.map(({ orgId, name }) => ({ value: orgId, title: name }))}
          onChange={(division) => onChange({ division })}
        />
        {text('place', 'entry.place', 200)}
      </div>
      <MoreFields
        values={values}
        problems={problems}
        isAccusing={way?.isConfidential === true}
        onChange={onChange}
      />
      <Originals values={values} onChange={onChange} />
    </>
  );
}

/** Scans or photos of the original; they belong to the kind of matter that was chosen. */
function Originals({ values, onChange }: Omit<EntryFieldsProps, 'problems'>) {
  const { t } = useLocale();
  const { itemCode, pages } = values;
  const item = useItem(itemCode === '' ? undefined : itemCode);
  const definition = item?.materials.find(({ id }) => id === ATTACHMENTS);
  if (definition === undefined) return null;
  return (
    <section className="field" aria-label={t('entry.originals')}>
      <div className="field-label">{t('entry.originals')}</div>
      <PageUploads
        itemCode={itemCode}
        materialId={ATTACHMENTS}
        name={t('entry.originals')}
        definition={{ ...definition, carrier: 'electronic' }}
        value={{ pages, isOnPaper: false }}
        onChange={(value) => onChange({ pages: value.pages })}
      />
    </section>
  );
}
