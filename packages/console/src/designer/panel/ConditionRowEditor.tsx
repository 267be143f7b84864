import CloseOutlined from '@ant-design/icons/es/icons/CloseOutlined';
import { Button } from 'antd';
import {
  comparisonsOf,
  needsValue,
  type Comparison,
  type ConditionField,
  type ConditionRow,
  type FieldKind,
} from '../model/condition.ts';
import { useWorkbench } from '../workbench-context.ts';
import { SelectSlot } from './slots.tsx';

/** Ways part at amounts and kinds far more often than at what somebody typed freely. */
const likelihood: readonly FieldKind[] = ['number', 'choice', 'yes-no', 'date', 'text'];

/** The row that a new condition begins with: a likely field, nothing to compare with yet. */
export function firstRow(fields: readonly ConditionField[]): ConditionRow[] {
  const field = likelihood
    .map((kind) => fields.find((each) => each.kind === kind))
    .find((found) => found !== undefined);
  return field === undefined ? [] : [rowOn(field)];
}

function rowOn(field: ConditionField): ConditionRow {
  const comparison = comparisonsOf(field)[0] ?? 'is';
  return {
    field: field.name,
    comparison,
    values: field.kind === 'yes-no' ? ['true'] : needsValue(comparison) ? [''] : [],
  };
}

interface ConditionRowEditorProps {
  readonly row: ConditionRow;
  readonly at: number;
  readonly onChange: (row: ConditionRow) => void;
  readonly onRemove: (() => void) | undefined;
}

export function ConditionRowEditor({ row, at, onChange, onRemove }: ConditionRowEditorProps) {
  const { t, fields } = useWorkbench().words;
  const field = fields.find(({ name }) => name === row.field);
  const n = at + 1;
  const compare = (comparison: Comparison) =>
    onChange({
      ...row,
      comparison,
      values: needsValue(comparison) ? (row.values.length === 0 ? [''] : row.values) : [],
    });
  return (
    <div className="condition-row">
      <SelectSlot
        label={t('designer.slot.field', { n })}
        value={row.field}
        options={fields.map(({ name, title }) => ({ value: name, title }))}
        onChange={(name) => {
          const next = fields.find((each) => each.name === name);
          if (next !== undefined) onChange(rowOn(next));
        }}
      />
      {field === undefined ? null : (
        <SelectSlot
          label={t('designer.slot.comparison', { n })}
          value={row.comparison}
          options={comparisonsOf(field).map((value) => ({
            value,
            title: t(`designer.comparison.${value}`),
          }))}
          onChange={compare}
        />
      )}
      {field === undefined || !needsValue(row.comparison) ? null : (
        <ValueSlot
          field={field}
          row={row}
          label={t('designer.slot.value', { n })}
          onChange={onChange}
        />
      )}
      {onRemove === undefined ? null : (
        <Button
          size="small"
          type="text"
          icon={<CloseOutlined />}
          aria-label={t('designer.removeRow', { n })}
          onClick={onRemove}
        />
      )}
    </div>
  );
}

interface ValueSlotProps {
  readonly field: ConditionField;
  readonly row: ConditionRow;
  readonly label: string;
  readonly onChange: (row: ConditionRow) => void;
}

function ValueSlot({ field, row, label, onChange }: ValueSlotProps) {
  const { t } = useWorkbench().words;
  const [value = ''] = row.values;
  const set = (...values: readonly string[]) => onChange({ ...row, values });
  if (row.comparison === 'one-of') {
    return (
      <fieldset className="condition-many" aria-label={label}>
        {field.options?.map((option) => (
          <label key={option.value}>
            <input
              type="checkbox"
              checked={row.values.includes(option.value)}
              onChange={(event) => {
                const others = row.values.filter((each) => each !== '' && each !== option.value);
                set(...(event.target.checked ? [...others, option.value] : others));
              }}
            />
            {option.title}
          </label>
        ))}
      </fieldset>
    );
  }
  if (field.kind === 'choice' && field.options !== undefined) {
    return (
      <SelectSlot
        label={label}
        value={value}
        placeholder={t('form.choose')}
        options={field.options}
        onChange={set}
      />
    );
  }
  if (field.kind === 'yes-no') {
    return (
      <SelectSlot
        label={label}
        value={value}
        options={[
          { value: 'true', title: t('form.yes') },
          { value: 'false', title: t('form.no') },
        ]}
        onChange={set}
      />
    );
  }
  return (
    <span className="condition-value">
      <input
        type={field.kind === 'date' ? 'date' : 'text'}
        inputMode={field.kind === 'number' ? 'decimal' : 'text'}
        className="slot slot-text"
        aria-label={label}
        value={value}
        onChange={(event) => set(event.target.value)}
      />
      {field.unit}
    </span>
  );
}
