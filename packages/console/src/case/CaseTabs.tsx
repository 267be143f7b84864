import type { CaseView } from '@yichuang/contracts';
import type { ItemDefinition } from '@yichuang/kernel';
import { Skeleton } from 'antd';
import { FormView } from '../form/FormView.tsx';
import { countChecked, setAllComplete, type CheckValues } from '../materials/check-values.ts';
import { MaterialsTab } from '../materials/MaterialsTab.tsx';
import { useLocale } from '../session/use-locale.ts';
import { Tabs } from '../ui/Tabs.tsx';
import type { CaseTab } from './case-tabs.ts';
import { Documents } from './Documents.tsx';
import { FlowPicture } from './FlowPicture.tsx';
import { Story } from './Story.tsx';

interface CaseTabsProps {
  readonly view: CaseView;
  readonly item: ItemDefinition | undefined;
  readonly tab: CaseTab;
  readonly onTab: (tab: CaseTab) => void;
  readonly checks: CheckValues;
  readonly onCheck: (checks: CheckValues) => void;
  /** The story has no column of its own. */
  readonly isStoryHere: boolean;
}

export function CaseTabs(props: CaseTabsProps) {
  const { view, item, tab, onTab, checks, onCheck, isStoryHere } = props;
  const { t } = useLocale();
  const canCheck = view.allowed.some(({ act }) => act === 'CheckMaterials');
  const materials = view.materials.length;
  const tabs = [
    { id: 'form' as const, title: t('case.tabForm') },
    {
      id: 'materials' as const,
      title: t('case.tabMaterials'),
      badge: canCheck ? `${countChecked(checks, view)}/${materials}` : String(materials),
    },
    {
      id: 'documents' as const,
      title: t('case.tabDocuments'),
      badge: String(view.documents.length),
    },
    { id: 'flow' as const, title: t('case.tabFlow') },
    ...(isStoryHere ? [{ id: 'story' as const, title: t('case.tabStory') }] : []),
  ];
  return (
    <Tabs label={t('case.tabs')} tabs={tabs} open={tab} onOpen={onTab}>
      {tab === 'form' ? <FormTab view={view} item={item} /> : null}
      {tab === 'materials' ? (
        <MaterialsTab
          view={view}
          checks={checks}
          onCheck={canCheck ? onCheck : undefined}
          onAllComplete={() => onCheck(setAllComplete(checks, view.materials))}
        />
      ) : null}
      {tab === 'documents' ? <Documents view={view} /> : null}
      {tab === 'flow' ? <FlowPicture steps={view.flow} /> : null}
      {tab === 'story' ? <Story view={view} /> : null}
    </Tabs>
  );
}

function FormTab({ view, item }: Pick<CaseTabsProps, 'view' | 'item'>) {
  const { t } = useLocale();
  if (item === undefined) return <Skeleton active />;
  if (item.form === undefined) return <p className="quiet">{t('form.none')}</p>;
  return <FormView form={item.form} data={view.form} hidden={view.hiddenFields} />;
}
