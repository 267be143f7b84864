import { Button, Input } from 'antd';
import type { FormDefinition, FormSection } from '@yichuang/kernel/form';
import { useRef, type KeyboardEvent } from 'react';
import { titleOf } from '../../form/field-words.ts';
import {
  changeSection,
  choiceOf,
  mergeSection,
  moveField,
  shiftField,
  type FieldChoice,
  type FieldPlace,
} from '../model/edit-form.ts';
import { useWorkbench } from '../workbench-context.ts';
import { AddFieldMenu } from './AddFieldMenu.tsx';
import { useChangeForm } from './use-change-form.ts';
import { useRemoveField } from './use-remove-field.ts';

const DRAGGED_FIELD = 'application/x-yichuang-field';

interface FieldListProps {
  readonly form: FormDefinition;
  readonly chosen: string | undefined;
  readonly onChoose: (field: string | undefined) => void;
  readonly onAdd: (choice: FieldChoice, place?: FieldPlace) => void;
}

/** Sections with their fields; drag, or Alt with the arrows, moves a field; Delete removes it. */
export function FieldList({ form, chosen, onChoose, onAdd }: FieldListProps) {
  const { words } = useWorkbench();
  const { t } = words;
  return (
    <div className="field-list">
      {form.sections.map((section) => (
        <Section
          key={section.id}
          form={form}
          section={section}
          chosen={chosen}
          onChoose={onChoose}
          onAdd={(choice) =>
            onAdd(choice, { sectionId: section.id, at: placeAfter(section, chosen) })
          }
        />
      ))}
      <p className="quiet only-keyboard">{t('designer.fieldKeys')}</p>
    </div>
  );
}

/** After the chosen field when it stands in this section, else at its end. */
function placeAfter(section: FormSection, chosen: string | undefined): number {
  const at = chosen === undefined ? -1 : section.fields.indexOf(chosen);
  return at === -1 ? section.fields.length : at + 1;
}

interface SectionProps {
  readonly form: FormDefinition;
  readonly section: FormSection;
  readonly chosen: string | undefined;
  readonly onChoose: (field: string | undefined) => void;
  readonly onAdd: (choice: FieldChoice) => void;
}

function Section({ form, section, chosen, onChoose, onAdd }: SectionProps) {
  const { words } = useWorkbench();
  const { t } = words;
  const change = useChangeForm();
  return (
    <section className="field-section">
      <div className="field-section-head">
        <Input
          variant="underlined"
          aria-label={t('designer.sectionTitle')}
          value={section.title}
          maxLength={60}
          onChange={(event) => {
            const title = event.target.value;
            change(
              (present) => changeSection(present, section.id, (each) => ({ ...each, title })),
              `section ${section.id}`,
            );
          }}
        />
        {form.sections.length > 1 ? (
          <Button
            size="small"
            type="text"
            onClick={() => change((present) => mergeSection(present, section.id))}
          >
            {t('designer.mergeSection')}
          </Button>
        ) : null}
      </div>
      <ol>
        {section.fields.map((field, at) => (
          <FieldRow
            key={field}
            form={form}
            field={field}
            place={{ sectionId: section.id, at }}
            isChosen={field === chosen}
            onChoose={onChoose}
          />
        ))}
      </ol>
      <AddFieldMenu onAdd={onAdd} />
    </section>
  );
}

interface FieldRowProps {
  readonly form: FormDefinition;
  readonly field: string;
  readonly place: FieldPlace;
  readonly isChosen: boolean;
  readonly onChoose: (field: string | undefined) => void;
}

function FieldRow({ form, field, place, isChosen, onChoose }: FieldRowProps) {
  const { words, problems } = useWorkbench();
  const { t, locale } = words;
  const change = useChangeForm();
  const remove = useRemoveField();
  const row = useRef<HTMLButtonElement>(null);
  const schema = form.schema.properties[field];
  if (schema === undefined) return null;
  const isRequired = form.schema.required.includes(field);
  const count = problems.filter((each) => each.field === field && each.path.startsWith('/form'));
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : undefined;
    if (by !== undefined && event.altKey) {
      event.preventDefault();
      change((present) => shiftField(present, field, by));
      // The row may now stand in another section: the keyboard follows it.
      requestAnimationFrame(() =>
        document.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`)?.focus(),
      );
    } else if (by !== undefined) {
      event.preventDefault();
      const rows = [...document.querySelectorAll<HTMLElement>('[data-field]')];
      rows[rows.findIndex((each) => each === row.current) + by]?.focus();
    } else if (event.key === 'Delete') {
      event.preventDefault();
      remove(field);
    }
  };
  return (
    <li
      className={isChosen ? 'field-row field-row-chosen' : 'field-row'}
      draggable
      onDragStart={(event) => event.dataTransfer.setData(DRAGGED_FIELD, field)}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes(DRAGGED_FIELD)) event.preventDefault();
      }}
      onDrop={(event) => {
        event.preventDefault();
        const dragged = event.dataTransfer.getData(DRAGGED_FIELD);
        change((present) => moveField(present, dragged, place));
      }}
    >
      <button
        ref={row}
        type="button"
        data-field={field}
        aria-pressed={isChosen}
        onClick={() => onChoose(field)}
        onKeyDown={onKeyDown}
      >
        <span className="field-row-title">
          {titleOf(schema, locale)}
          {isRequired ? <span aria-hidden="true"> *</span> : null}
        </span>
        <span className="quiet">
          {t(`designer.fieldKind.${choiceOf(schema)}`)}
          {schema['x-when'] === undefined ? '' : ` · ${t('designer.conditional')}`}
          {count.length === 0 ? '' : ` · ▲ ${t('designer.problemCount', { n: count.length })}`}
        </span>
      </button>
    </li>
  );
}
