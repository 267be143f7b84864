import { orderSources, type OrderStart } from '@yichuang/contracts';
import { Input } from 'antd';
import { useLocale } from '../session/use-locale.ts';
import type { TextKey } from '../texts/locale.ts';
import { Field } from '../ui/Field.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import type { OrderDraft, OrderProblems } from './order-draft.ts';

interface OrderFieldsProps {
  readonly draft: OrderDraft;
  readonly units: OrderStart['units'];
  readonly problems: OrderProblems;
  readonly onChange: (change: Partial<OrderDraft>) => void;
}

/** Who and what first, then the words of the order, then what only supervisors read. */
export function OrderFields(props: OrderFieldsProps) {
  const { draft, units, problems, onChange } = props;
  const { t } = useLocale();
  const said = (name: keyof OrderDraft): string | undefined => {
    const problem = problems[name];
    return problem === undefined ? undefined : t(problem.key, problem.params);
  };
  const box = { draft, said, onChange };
  return (
    <>
      <div className="field-pair">
        <SelectField
          label={t('orders.unit')}
          value={draft.unit}
          problem={said('unit')}
          options={units.map(({ id, name }) => ({ value: id, title: name }))}
          onChange={(unit) => onChange({ unit })}
        />
        <SelectField
          label={t('orders.source')}
          value={draft.source}
          problem={said('source')}
          options={orderSources.map((value) => ({ value, title: t(`orders.source.${value}`) }))}
          onChange={(source) => onChange({ source })}
        />
      </div>
      <Line {...box} name="subject" label="orders.subject" most={60} />
      <Paragraphs
        {...box}
        name="content"
        label="orders.content"
        hint="orders.contentHint"
        most={4000}
      />
      <Paragraphs {...box} name="basis" label="orders.basis" most={1000} />
      <Paragraphs {...box} name="demand" label="orders.demand" most={1000} />
      <div className="field-pair">
        <Line {...box} name="days" label="orders.days" most={2} isNumber />
        <Line {...box} name="person" label="orders.person" hint="orders.personHint" most={50} />
      </div>
      <Paragraphs {...box} name="notes" label="orders.notes" hint="orders.notesHint" most={2000} />
    </>
  );
}

interface BoxProps {
  readonly draft: OrderDraft;
  readonly name: keyof OrderDraft;
  readonly label: TextKey;
  readonly hint?: TextKey;
  readonly most: number;
  readonly isNumber?: boolean;
  readonly said: (name: keyof OrderDraft) => string | undefined;
  readonly onChange: (change: Partial<OrderDraft>) => void;
}

function Line({ draft, name, label, hint, most, isNumber, said, onChange }: BoxProps) {
  const { t } = useLocale();
  return (
    <Field label={t(label)} problem={said(name)} {...(hint === undefined ? {} : { hint: t(hint) })}>
      {(control) => (
        <Input
          {...control}
          maxLength={most}
          inputMode={isNumber === true ? 'numeric' : 'text'}
          value={draft[name]}
          onChange={(event) => onChange({ [name]: event.target.value })}
        />
      )}
    </Field>
  );
}

function Paragraphs({ draft, name, label, hint, most, said, onChange }: BoxProps) {
  const { t } = useLocale();
  return (
    <Field label={t(label)} problem={said(name)} {...(hint === undefined ? {} : { hint: t(hint) })}>
      {(control) => (
        <Input.TextArea
          {...control}
          autoSize={{ minRows: 2, maxRows: 12 }}
          maxLength={most}
          value={draft[name]}
          onChange={(event) => onChange({ [name]: event.target.value })}
        />
      )}
    </Field>
  );
}
