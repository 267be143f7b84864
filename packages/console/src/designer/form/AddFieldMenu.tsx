import PlusOutlined from '@ant-design/icons/es/icons/PlusOutlined';
import { Button, Dropdown } from 'antd';
import { useLocale } from '../../session/use-locale.ts';
import { FIELD_CHOICES, type FieldChoice } from '../model/edit-form.ts';
import { useWorkbench } from '../workbench-context.ts';

interface AddFieldMenuProps {
  readonly onAdd: (choice: FieldChoice) => void;
  readonly isPrimary?: boolean;
}

/** What can be asked. A unit of the county is asked inside the offices only. */
export function AddFieldMenu({ onAdd, isPrimary = false }: AddFieldMenuProps) {
  const { t } = useLocale();
  const { lifecycle } = useWorkbench();
  const items = FIELD_CHOICES.filter((choice) => choice !== 'org' || lifecycle === 'internal').map(
    (choice) => ({
      key: choice,
      label: t(`designer.fieldKind.${choice}`),
      onClick: () => onAdd(choice),
    }),
  );
  return (
    <Dropdown menu={{ items }} trigger={['click']} autoFocus>
      <Button
        type={isPrimary ? 'primary' : 'default'}
        icon={<PlusOutlined aria-hidden="true" />}
        aria-haspopup="menu"
      >
        {t('designer.addField')}
      </Button>
    </Dropdown>
  );
}
