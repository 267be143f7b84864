import { Button, Input, Select } from 'antd';
import type { SubcasePart, SubcasesNode } from '@yichuang/kernel/flow';
import { Field } from '../../ui/Field.tsx';
import { freshBranchId } from '../model/fresh-names.ts';
import { withOptional } from '../model/with-optional.ts';
import { useWorkbench } from '../workbench-context.ts';
import { ConditionBuilder } from './ConditionBuilder.tsx';
import { NameFields } from './NameFields.tsx';
import { Sentence } from './Sentence.tsx';
import { SelectSlot } from './slots.tsx';

/** 分办: a case for each department, all at once or one after another. */
export function SubcasesPanel({ node }: { readonly node: SubcasesNode }) {
  const { words, changeNode } = useWorkbench();
  const { t } = words;
  const set = (parts: readonly SubcasePart[], mark?: string) =>
    changeNode(node.id, (each) => (each.kind === 'subcases' ? { ...each, parts } : each), mark);
  const add = () => {
    const id = freshBranchId(node.parts.map((part) => part.id));
    set([...node.parts, { id, itemCode: '' }]);
  };
  return (
    <>
      <NameFields node={node} />
      <p className="sentence">{t('designer.splitLead.subcases')}</p>
      <ol className="parts">
        {node.parts.map((part, at) => (
          <li key={part.id} className="part">
            <PartFields
              part={part}
              others={node.parts.filter(({ id }) => id !== part.id)}
              n={at + 1}
              onChange={(next, mark) => set(node.parts.with(at, next), mark)}
              onRemove={() => set(withoutPart(node.parts, part.id))}
            />
          </li>
        ))}
      </ol>
      <Button onClick={add}>{t('designer.addPart')}</Button>
    </>
  );
}

/** What waited for the part no longer does. */
function withoutPart(parts: readonly SubcasePart[], id: string): SubcasePart[] {
  return parts
    .filter((part) => part.id !== id)
    .map((part) =>
      withAfter(
        part,
        (part.after ?? []).filter((each) => each !== id),
      ),
    );
}

function withAfter(part: SubcasePart, after: readonly string[]): SubcasePart {
  return withOptional(part, 'after', after.length === 0 ? undefined : after);
}

interface PartFieldsProps {
  readonly part: SubcasePart;
  readonly others: readonly SubcasePart[];
  readonly n: number;
  readonly onChange: (part: SubcasePart, mark?: string) => void;
  readonly onRemove: () => void;
}

function PartFields({ part, others, n, onChange, onRemove }: PartFieldsProps) {
  const { view, words } = useWorkbench();
  const { t } = words;
  const options = view.items.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <>
      <Field label={t('designer.partItem', { n })}>
        {(control) => (
          <Select
            {...control}
            showSearch
            className="wide"
            placeholder={t('designer.chooseItem')}
            value={part.itemCode === '' ? null : part.itemCode}
            options={options}
            optionFilterProp="label"
            onChange={(itemCode: string | null) => onChange({ ...part, itemCode: itemCode ?? '' })}
          />
        )}
      </Field>
      <Field label={t('designer.partName')} hint={t('designer.partNameHint')}>
        {(control) => (
          <Input
            {...control}
            value={part.name ?? ''}
            onChange={(event) => {
              const name = event.target.value;
              const next = withOptional(part, 'name', name === '' ? undefined : name);
              onChange(next, `part ${part.id}`);
            }}
          />
        )}
      </Field>
      <Sentence
        text={t('designer.sentence.part')}
        slots={{
          when: (
            <SelectSlot
              label={t('designer.slot.partWhen', { n })}
              value={part.when === undefined ? 'always' : 'when'}
              options={(['always', 'when'] as const).map((value) => ({
                value,
                title: t(`designer.partWhen.${value}`),
              }))}
              onChange={(value) =>
                onChange(withOptional(part, 'when', value === 'always' ? undefined : ''))
              }
            />
          ),
        }}
      />
      {part.when === undefined ? null : (
        <ConditionBuilder
          feel={part.when}
          onChange={(when) => onChange({ ...part, when }, `part when ${part.id}`)}
        />
      )}
      {others.length === 0 ? null : (
        <fieldset className="part-after">
          <legend>{t('designer.partAfter')}</legend>
          {others.map((other) => (
            <label key={other.id}>
              <input
                type="checkbox"
                checked={part.after?.includes(other.id) ?? false}
                onChange={(event) => {
                  const rest = (part.after ?? []).filter((id) => id !== other.id);
                  onChange(withAfter(part, event.target.checked ? [...rest, other.id] : rest));
                }}
              />
              {other.name ?? words.item(other.itemCode)}
            </label>
          ))}
        </fieldset>
      )}
      <Button size="small" danger onClick={onRemove}>
        {t('designer.removePart', { n })}
      </Button>
    </>
  );
}
