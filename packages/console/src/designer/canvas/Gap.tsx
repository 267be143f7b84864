import PlusOutlined from '@ant-design/icons/es/icons/PlusOutlined';
import { Dropdown, type MenuProps } from 'antd';
import { useState } from 'react';
import { insertNode, moveNode } from '../model/edit-tree.ts';
import { laneKey, locate, type Spot } from '../model/lane.ts';
import type { NodeChoice } from '../model/new-node.ts';
import { useWorkbench } from '../workbench-context.ts';
import { choiceIcons } from './node-icons.tsx';

/** The type under which a dragged node is known: files and texts dragged in are not for gaps. */
export const DRAGGED_NODE = 'application/x-yichuang-node';

/** Also found by the keyboard: "add after this" presses the gap's own button. */
export function gapKey({ lane, at }: Spot): string {
  return `${laneKey(lane)} ${at}`;
}

interface GapProps {
  readonly spot: Spot;
  /** What stands above, for those who hear the page: "add after …". */
  readonly after: string;
}

/** The line between two nodes, with its + and the menu of what can be put there. */
export function Gap({ spot, after }: GapProps) {
  const { words, editing, lifecycle, flow, changeFlow, choose } = useWorkbench();
  const { t } = words;
  const [isOver, setIsOver] = useState(false);
  const add = (choice: NodeChoice) => {
    if (flow === undefined) return;
    const added = insertNode(flow, spot, choice, editing);
    changeFlow(() => added.flow);
    // A choice is nothing before its condition is said: that is what opens.
    const first = locate(added.flow, added.nodeId)?.node;
    const branch = first?.kind === 'choice' ? first.branches[0] : undefined;
    choose(
      branch === undefined
        ? { kind: 'node', nodeId: added.nodeId }
        : { kind: 'branch', splitId: added.nodeId, branchId: branch.id },
    );
  };
  const entry = (choice: NodeChoice) => ({
    key: choice,
    icon: <span aria-hidden="true">{choiceIcons[choice]}</span>,
    label: (
      <span className="add-entry">
        <span>{t(`designer.add.${choice}`)}</span>
        <span className="quiet">{t(`designer.addHint.${choice}`)}</span>
      </span>
    ),
    onClick: () => add(choice),
  });
  const system: readonly NodeChoice[] =
    lifecycle === 'internal'
      ? ['copy', 'document', 'wait']
      : ['copy', 'fee', 'document', 'certificate', 'wait'];
  const items: MenuProps['items'] = [
    {
      type: 'group',
      label: t('designer.addPeople'),
      children: [entry('approve'), entry('handle')],
    },
    {
      type: 'group',
      label: t('designer.addForks'),
      children: [entry('choice'), entry('parallel'), entry('subcases')],
    },
    { type: 'group', label: t('designer.addSystem'), children: system.map(entry) },
  ];
  return (
    <div
      className={isOver ? 'gap gap-over' : 'gap'}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(DRAGGED_NODE)) return;
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        const nodeId = event.dataTransfer.getData(DRAGGED_NODE);
        changeFlow((present) => moveNode(present, nodeId, spot, editing));
      }}
    >
      <Dropdown menu={{ items, className: 'add-menu' }} trigger={['click']} autoFocus>
        <button
          type="button"
          className="gap-add"
          data-gap={gapKey(spot)}
          aria-haspopup="menu"
          aria-label={t('designer.addAfter', { name: after })}
        >
          <PlusOutlined aria-hidden="true" />
        </button>
      </Dropdown>
    </div>
  );
}
