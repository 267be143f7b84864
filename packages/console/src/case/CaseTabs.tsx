import type { CaseView, StaffLetterView } from '@yichuang/contracts';
import type { ItemDefinition } from '@yichuang/kernel';
import { Skeleton } from 'antd';
import { FormView } from '../form/FormView.tsx';
import { Assistance } from '../letter-case/Assistance.tsx';
import { HandlingTab } from '../letter-case/HandlingTab.tsx';
import { LetterTab } from '../letter-case/LetterTab.tsx';
import { MessagesTab } from '../letter-case/MessagesTab.tsx';
import { countChecked, setAllComplete, type CheckValues } from '../materials/check-values.ts';
import { MaterialsTab } from '../materials/MaterialsTab.tsx';
import { Course } from '../orders/Course.tsx';
import { useLocale } from '../session/use-locale.ts';
import { Tabs } from '../ui/Tabs.tsx';
import { tabsOf, type CaseTab } from './case-tabs.ts';
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
  readonly isAssistanceHere: boolean;
}

export function CaseTabs(props: CaseTabsProps) {
  const { view, item, tab, onTab, checks, onCheck, isStoryHere, isAssistanceHere } = props;
  const { t } = useLocale();
  const canCheck = view.allowed.some(({ act }) => act === 'CheckMaterials');
  const materials = view.materials.length;
  const letter = view.letter;
  const badges: Partial<Record<CaseTab, string>> = {
    materials: canCheck ? `${countChecked(checks, view)}/${materials}` : String(materials),
    documents: String(view.documents.length),
    ...(letter === undefined || letter.messages.length === 0
      ? {}
      : { messages: String(letter.messages.length) }),
  };
  const tabs = tabsOf(view)
    .filter((id) => id !== 'story' || isStoryHere)
    .filter((id) => id !== 'assistance' || isAssistanceHere)
    .map((id) => ({ id, title: t(`case.tab.${id}`), badge: badges[id] }));
  return (
    <Tabs label={t('case.tabs')} tabs={tabs} open={tab} onOpen={onTab}>
      {tab === 'course' ? <Course view={view} /> : null}
      {tab === 'form' ? <FormTab view={view} item={item} /> : null}
      {tab === 'materials' ? (
        <MaterialsTab
          view={view}
          checks={checks}
          onCheck={canCheck ? onCheck : undefined}
          onAllComplete={() => onCheck(setAllComplete(checks, view.materials))}
        />
      ) : null}
      {letter === undefined ? null : <LetterPanel tab={tab} view={view} letter={letter} />}
      {tab === 'documents' ? <Documents view={view} /> : null}
      {tab === 'flow' ? <FlowPicture steps={view.flow} /> : null}
      {tab === 'story' ? <Story view={view} /> : null}
    </Tabs>
  );
}

interface LetterPanelProps {
  readonly tab: CaseTab;
  readonly view: CaseView;
  readonly letter: StaffLetterView;
}

function LetterPanel({ tab, view, letter }: LetterPanelProps) {
  if (tab === 'letter') return <LetterTab view={view} letter={letter} />;
  if (tab === 'handling') return <HandlingTab letter={letter} />;
  if (tab === 'messages') return <MessagesTab letter={letter} />;
  return tab === 'assistance' ? <Assistance caseId={view.caseId} /> : null;
}

function FormTab({ view, item }: Pick<CaseTabsProps, 'view' | 'item'>) {
  const { t } = useLocale();
  if (item === undefined) return <Skeleton active />;
  if (item.form === undefined) return <p className="quiet">{t('form.none')}</p>;
  return (
    <FormView
      form={item.form}
      data={view.form}
      hidden={view.hiddenFields}
      orgNames={view.orgNames}
    />
  );
}
