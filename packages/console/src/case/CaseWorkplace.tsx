import type { CaseView } from '@yichuang/contracts';
import type { ItemDefinition } from '@yichuang/kernel';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { actKey } from '../acts/act-key.ts';
import { isActType, offeredActs, registry } from '../acts/registry.ts';
import { Assistance } from '../letter-case/Assistance.tsx';
import { lastList } from '../inbox/last-list.ts';
import { OrdersOfCase } from '../orders/OrdersOfCase.tsx';
import { NARROW, useMedia } from '../ui/use-media.ts';
import { useHotkeys, type Hotkeys } from '../ui/use-hotkeys.ts';
import { ActPanel } from './ActPanel.tsx';
import { ActSheet } from './ActSheet.tsx';
import { CaseHead } from './CaseHead.tsx';
import { CaseTabs } from './CaseTabs.tsx';
import { openTabOf, type CaseTab } from './case-tabs.ts';
import { Checks } from './Checks.tsx';
import { Clocks } from './Clocks.tsx';
import { Debts } from './Debts.tsx';
import { Forecast } from './Forecast.tsx';
import { Parts } from './Parts.tsx';
import { Signings } from './Signings.tsx';
import { Story } from './Story.tsx';
import { useAfterAct } from './use-after-act.ts';
import { useChecks } from './use-checks.ts';
import { useReadMark } from './use-read-mark.ts';

interface CaseWorkplaceProps {
  readonly view: CaseView;
  readonly item: ItemDefinition | undefined;
}

/** Left the story, middle what is under review, right what to do about it; stacked when narrow. */
export function CaseWorkplace({ view, item }: CaseWorkplaceProps) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const search = useSearch({ strict: false });
  const isNarrow = useMedia(NARROW);
  const [open, setOpen] = useState<string>();
  const [isSheetOpen, setIsSheetOpen] = useState(false);
  const [refusal, setRefusal] = useState<unknown>();
  const { checks, setChecks, saveChecks } = useChecks(view);
  const afterAct = useAfterAct(view);
  useReadMark(view);
  const offered = offeredActs({ view, checks });
  const asked = 'tab' in search ? search.tab : undefined;
  const tab = openTabOf(view, asked);
  // Of a letter suggestions stand where the story stands elsewhere: it is read before it is told.
  const isLetter = view.letter !== undefined;
  const openTab = (next: CaseTab) =>
    void navigate({
      to: '/cases/$caseId',
      params: { caseId: view.caseId },
      search: { tab: next },
      replace: true,
    });
  const choose = (key: string | undefined) => {
    setOpen(key);
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>('.act-form textarea, .act-form input')?.focus(),
    );
  };
  const hotkeys: Hotkeys = {
    ...Object.fromEntries(
      offered.flatMap((allowed) =>
        isActType(allowed.act) && registry[allowed.act].hotkey !== ''
          ? [[registry[allowed.act].hotkey, () => start(actKey(allowed))] as const]
          : [],
      ),
    ),
    Escape: () => {
      const { list, filters, letters } = lastList();
      if (letters !== undefined) return void navigate({ to: '/letters', search: letters });
      void navigate({ to: `/${list}`, search: filters });
    },
  };
  const start = (key: string) => {
    if (isNarrow) setIsSheetOpen(true);
    choose(key);
  };
  useHotkeys(hotkeys);
  const panel = (
    <ActPanel
      view={view}
      item={item}
      checks={checks}
      offered={offered}
      refusal={refusal}
      open={open}
      onOpen={choose}
      onPin={setOpen}
      saveChecks={saveChecks}
      onDone={(act) => {
        setIsSheetOpen(false);
        setOpen(undefined);
        void afterAct(act);
      }}
      onStale={(caught) => {
        setRefusal(caught);
        void queries.invalidateQueries({ queryKey: ['case', view.caseId] });
      }}
    />
  );
  return (
    <div
      className={tab === 'materials' ? 'case case-wide' : isLetter ? 'case case-letter' : 'case'}
    >
      <CaseHead view={view} />
      {isNarrow || tab === 'materials' ? null : (
        <aside className="case-left">
          {isLetter && tab !== 'assistance' ? (
            <Assistance caseId={view.caseId} />
          ) : (
            <Story view={view} />
          )}
        </aside>
      )}
      <div className="case-middle">
        <CaseTabs
          view={view}
          item={item}
          tab={tab}
          onTab={openTab}
          checks={checks}
          onCheck={(changed) => {
            setOpen(undefined);
            setChecks(changed);
          }}
          isStoryHere={isNarrow || isLetter || tab === 'materials' || tab === 'story'}
          isAssistanceHere={isNarrow || tab === 'assistance'}
        />
      </div>
      <aside className="case-right">
        <Clocks caseId={view.caseId} clocks={view.clocks} />
        <Checks view={view} />
        <Signings view={view} />
        <Parts parts={view.parts} />
        <OrdersOfCase view={view} />
        <Debts debts={view.debts} />
        <Forecast entries={view.forecast} />
        {isNarrow ? null : panel}
      </aside>
      {isNarrow ? (
        <ActSheet
          view={view}
          offered={offered}
          isOpen={isSheetOpen}
          onStart={start}
          onClose={() => setIsSheetOpen(false)}
        >
          {panel}
        </ActSheet>
      ) : null}
    </div>
  );
}
