import { Button, Input } from 'antd';
import { useState } from 'react';
import { Field } from '../../ui/Field.tsx';
import {
  readCondition,
  writeCondition,
  type Condition,
  type ConditionRow,
} from '../model/condition.ts';
import { useWorkbench } from '../workbench-context.ts';
import { conditionWords } from '../words.ts';
import { ConditionRowEditor, firstRow } from './ConditionRowEditor.tsx';
import { SelectSlot } from './slots.tsx';

interface ConditionBuilderProps {
  /** FEEL; '' while nothing complete has been said. */
  readonly feel: string;
  readonly onChange: (feel: string) => void;
}

interface Said {
  /** What the rows gave last: a different text comes from elsewhere (undo, another tab). */
  readonly feel: string;
  /** Undefined: rows cannot say it, or somebody prefers to write it. */
  readonly condition: Condition | undefined;
}

/** Field, comparison, value, joined by "and" or "or", or FEEL as written; read back in words. */
export function ConditionBuilder({ feel, onChange }: ConditionBuilderProps) {
  const { words } = useWorkbench();
  const { t, fields } = words;
  const read = (text: string): Said => {
    const empty = { join: 'and' as const, rows: firstRow(fields) };
    return { feel: text, condition: text === '' ? empty : readCondition(text, fields) };
  };
  const [said, setSaid] = useState(() => read(feel));
  const current = said.feel === feel ? said : read(feel);
  if (current !== said) setSaid(current);
  const { condition } = current;
  const say = (next: Condition) => {
    const text = writeCondition(next, fields);
    setSaid({ feel: text, condition: next });
    onChange(text);
  };
  return (
    <div className="condition">
      {condition === undefined ? (
        <RawCondition
          feel={feel}
          canGoBack={feel === '' || readCondition(feel, fields) !== undefined}
          onChange={(text) => {
            setSaid({ feel: text, condition: undefined });
            onChange(text);
          }}
          onBack={() => setSaid(read(feel))}
        />
      ) : (
        <Rows
          condition={condition}
          onChange={say}
          onRaw={() => setSaid({ feel, condition: undefined })}
        />
      )}
      <p className="condition-read" aria-live="polite">
        {t('designer.readBack', { condition: conditionWords(feel, words) })}
      </p>
    </div>
  );
}

interface RowsProps {
  readonly condition: Condition;
  readonly onChange: (condition: Condition) => void;
  readonly onRaw: () => void;
}

function Rows({ condition, onChange, onRaw }: RowsProps) {
  const { t, fields } = useWorkbench().words;
  const { join, rows } = condition;
  if (fields.length === 0) return <p className="notice notice-soft">{t('designer.noFields')}</p>;
  const put = (at: number, row: ConditionRow) => onChange({ join, rows: rows.with(at, row) });
  return (
    <>
      {rows.length < 2 ? null : (
        <SelectSlot
          label={t('designer.slot.join')}
          value={join}
          options={(['and', 'or'] as const).map((value) => ({
            value,
            title: t(`designer.join.${value}`),
          }))}
          onChange={(next) => onChange({ join: next, rows })}
        />
      )}
      <ol className="condition-rows">
        {rows.map((row, at) => (
          // Rows have no name but their place.
          <li key={`row ${at}`}>
            <ConditionRowEditor
              row={row}
              at={at}
              onChange={(next) => put(at, next)}
              onRemove={
                rows.length < 2 ? undefined : () => onChange({ join, rows: rows.toSpliced(at, 1) })
              }
            />
          </li>
        ))}
      </ol>
      <div className="condition-acts">
        <Button
          size="small"
          onClick={() => onChange({ join, rows: [...rows, ...firstRow(fields)] })}
        >
          {t('designer.addRow')}
        </Button>
        <Button size="small" type="text" onClick={onRaw}>
          {t('designer.writeFeel')}
        </Button>
      </div>
    </>
  );
}

interface RawConditionProps {
  readonly feel: string;
  readonly canGoBack: boolean;
  readonly onChange: (feel: string) => void;
  readonly onBack: () => void;
}

function RawCondition({ feel, canGoBack, onChange, onBack }: RawConditionProps) {
  const { t, fields } = useWorkbench().words;
  const names = fields.map(({ name, title }) => t('designer.feelName', { name, title }));
  return (
    <>
      <Field label={t('designer.feel')} hint={t('designer.feelHint')}>
        {(control) => (
          <Input.TextArea
            {...control}
            className="feel"
            spellCheck={false}
            autoSize={{ minRows: 2, maxRows: 8 }}
            value={feel}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
      <details className="quiet">
        <summary>{t('designer.feelNames')}</summary>
        {names.join(t('list.comma'))}
      </details>
      <Button size="small" type="text" disabled={!canGoBack} onClick={onBack}>
        {t('designer.writeRows')}
      </Button>
    </>
  );
}
