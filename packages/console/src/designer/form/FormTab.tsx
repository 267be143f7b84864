import { Button } from 'antd';
import { PHONE, useMedia } from '../../ui/use-media.ts';
import { translator } from '../../texts/locale.ts';
import { addField, type FieldChoice, type FieldPlace, type NewField } from '../model/edit-form.ts';
import { useWorkbench } from '../workbench-context.ts';
import { AddFieldMenu } from './AddFieldMenu.tsx';
import { FieldList } from './FieldList.tsx';
import { FieldPanel } from './FieldPanel.tsx';
import { FormPreview } from './FormPreview.tsx';

const itemText = translator('zh-CN');

interface FormTabProps {
  /** The field whose settings are open. */
  readonly field: string | undefined;
  readonly onField: (field: string | undefined) => void;
}

/** The list of what is asked, the settings of one field, and the form as people will see it. */
export function FormTab({ field, onField }: FormTabProps) {
  const { design, words } = useWorkbench();
  const { t } = words;
  const isPhone = useMedia(PHONE);
  const { form } = design.item;
  const add = (choice: FieldChoice, place?: FieldPlace) => {
    const added = addField(form, choice, newWords(choice), place, design.reserved);
    design.change((item) => ({ ...item, form: added.form }));
    onField(added.field);
  };
  if (form === undefined) {
    return (
      <div className="designer-empty">
        <p>{t('designer.noForm')}</p>
        <AddFieldMenu onAdd={add} isPrimary />
      </div>
    );
  }
  const known = field !== undefined && field in form.schema.properties ? field : undefined;
  return (
    <div className={known !== undefined && isPhone ? 'form-tab form-tab-sheet' : 'form-tab'}>
      <FieldList form={form} chosen={known} onChoose={onField} onAdd={add} />
      {known === undefined ? (
        isPhone ? null : (
          <aside className="panel panel-empty" aria-label={t('designer.fieldPanel')}>
            <p>{t('designer.fieldEmpty')}</p>
            <p className="quiet">{t('designer.fieldEmptyLead')}</p>
          </aside>
        )
      ) : (
        <aside className="panel" aria-label={t('designer.fieldPanel')}>
          <FieldPanel key={known} form={form} field={known} onField={onField} />
          {isPhone ? (
            <Button block onClick={() => onField(undefined)}>
              {t('designer.closePanel')}
            </Button>
          ) : null}
        </aside>
      )}
      <FormPreview form={form} />
    </div>
  );
}

/** In the item's own language: the words are the form's, not the designer's. */
function newWords(choice: FieldChoice): NewField {
  return {
    title: itemText(`designer.newField.${choice}`),
    options: [itemText('designer.newOption.a'), itemText('designer.newOption.b')],
    moneyUnit: itemText('designer.moneyUnit'),
    sectionTitle: itemText('designer.newSection'),
  };
}
