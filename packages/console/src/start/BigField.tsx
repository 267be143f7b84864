import type { FieldSchema, FormValue } from '@yichuang/kernel/form';
import type { PlainDate } from '@yichuang/kernel/time';
import type { OfficeStart } from '@yichuang/contracts';
import { Input } from 'antd';
import { useState } from 'react';
import { hintOf, optionTitle, titleOf, unitOf } from '../form/field-words.ts';
import { toText, toValue } from '../form/typed-value.ts';
import { useLocale } from '../session/use-locale.ts';
import { Field } from '../ui/Field.tsx';
import { quickDays } from './quick-days.ts';
import { Segments } from './Segments.tsx';

interface BigFieldProps {
  readonly schema: FieldSchema;
  readonly isRequired: boolean;
  readonly value: FormValue | undefined;
  readonly problem: string | undefined;
  readonly phrases: readonly string[];
  readonly units: OfficeStart['units'][string];
  readonly today: PlainDate;
  /** Quick picks of single days; not where whole spans are offered. */
  readonly hasDayPicks: boolean;
  readonly onChange: (value: FormValue) => void;
}

/** Above this a list is chosen from a menu: buttons would fill the screen. */
const MOST_SEGMENTS = 8;

/** One question of an approval, big enough for a thumb; what is asked most is one touch. */
export function BigField(props: BigFieldProps) {
  const { schema, isRequired, problem } = props;
  const { t, locale } = useLocale();
  const label = (
    <>
      {titleOf(schema, locale)}
      {isRequired ? null : t('form.optional')}
    </>
  );
  const hint = hintOf(schema, locale);
  const options = schema.enum ?? [];
  if (options.length > 0 && options.length <= MOST_SEGMENTS) {
    return (
      <Segments
        label={label}
        problem={problem}
        value={toText(props.value)}
        options={options.map((value) => ({ value, text: optionTitle(schema, value, locale) }))}
        onChange={props.onChange}
      />
    );
  }
  return (
    <Field label={label} problem={problem} {...(hint === undefined ? {} : { hint })}>
      {({ status, ...control }) => <Control {...props} control={control} status={status} />}
    </Field>
  );
}

interface ControlProps extends BigFieldProps {
  readonly control: { readonly id: string };
  readonly status: 'error' | undefined;
}

function Control(props: ControlProps) {
  const { schema, value, units, control, status, onChange } = props;
  const { t, locale } = useLocale();
  if (schema.format === 'org' || schema.enum !== undefined) {
    const options =
      schema.format === 'org'
        ? units.map(({ id, name, parentName }) => ({
            id,
            text: parentName === undefined ? name : t('start.unitOf', { name, parentName }),
          }))
        : (schema.enum ?? []).map((id) => ({ id, text: optionTitle(schema, id, locale) }));
    return (
      <select
        {...control}
        className={status === undefined ? 'select select-big' : 'select select-big select-wrong'}
        value={toText(value)}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{t('form.choose')}</option>
        {options.map(({ id, text }) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
    );
  }
  if (schema.format === 'date') return <DayControl {...props} />;
  if (schema.type === 'number' || schema.type === 'integer') return <NumberControl {...props} />;
  return <TextControl {...props} />;
}

function DayControl({ value, today, hasDayPicks, control, status, onChange }: ControlProps) {
  const { t } = useLocale();
  return (
    <>
      <Input
        {...control}
        type="date"
        size="large"
        {...(status === undefined ? {} : { status })}
        value={toText(value)}
        onChange={(event) => onChange(event.target.value)}
      />
      {hasDayPicks ? (
        <div className="quicks">
          {quickDays(today).map(({ key, day }) => (
            <button
              key={key}
              type="button"
              className="quick"
              aria-pressed={value === day}
              onClick={() => onChange(day)}
            >
              {t(key)}
            </button>
          ))}
        </div>
      ) : null}
    </>
  );
}

/** What is typed is kept as typed until it is left: "12." is on the way to "12.5". */
function NumberControl({ schema, value, control, status, onChange }: ControlProps) {
  const { locale } = useLocale();
  const [typed, setTyped] = useState<string>();
  return (
    <Input
      {...control}
      size="large"
      inputMode={schema.type === 'integer' ? 'numeric' : 'decimal'}
      {...(status === undefined ? {} : { status })}
      suffix={unitOf(schema, locale)}
      value={typed ?? toText(value)}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(toValue(schema, event.target.value));
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}

function TextControl({ schema, value, phrases, control, status, onChange }: ControlProps) {
  const { t } = useLocale();
  const text = toText(value);
  const shared = {
    ...control,
    ...(status === undefined ? {} : { status }),
    value: text,
    maxLength: schema.maxLength ?? 2000,
  };
  return (
    <>
      {schema.format === 'multiline' ? (
        <Input.TextArea
          {...shared}
          autoSize={{ minRows: 4, maxRows: 12 }}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <Input {...shared} size="large" onChange={(event) => onChange(event.target.value)} />
      )}
      {phrases.length === 0 ? null : (
        <div className="quicks" role="group" aria-label={t('start.phrases')}>
          {phrases.map((phrase) => (
            <button
              key={phrase}
              type="button"
              className="quick"
              aria-pressed={text === phrase}
              onClick={() => onChange(phrase)}
            >
              {phrase}
            </button>
          ))}
        </div>
      )}
    </>
  );
}
