/** What comes next when everybody does their part: for seeing a whole flow in one go. */
import type { TryAct, TryPerson } from '@yichuang/contracts';
import type { CaseState, ItemDefinition } from '@yichuang/kernel/case';
import { indexFlow, openNodes } from '@yichuang/kernel/flow';
import type { PlayLine } from '@yichuang/kernel/play';
import { walkOnTexts } from './texts/walk-on.messages.ts';

export interface Standing {
  readonly item: ItemDefinition;
  readonly people: readonly TryPerson[];
  readonly state: CaseState;
  readonly line: PlayLine;
}

/** The acts to try next, the likeliest first; empty when nobody can go on. */
export function nextActs(standing: Standing): TryAct[] {
  const tasks = standing.line.open.flatMap(({ taskId, step, who }) =>
    who.slice(0, 1).flatMap((by) => actsOnTask(standing, by, step, taskId)),
  );
  return [...tasks, ...actsWithoutTask(standing)];
}

function actsOnTask({ item, state }: Standing, by: string, step: string, task: string): TryAct[] {
  const node = item.flow === undefined ? undefined : indexFlow(item.flow).get(step)?.node;
  if (node?.kind !== 'step') return [];
  const on = { by, step, task };
  switch (node.duty) {
    case 'intake':
      return Object.values(state.materials).every(({ verdict }) => verdict !== undefined)
        ? [
            { ...on, act: 'accept' },
            { ...on, act: 'approve' },
          ]
        : [{ ...on, act: 'check-materials' }];
    case 'delivery':
      return [{ ...on, act: 'serve' }];
    case 'filing':
      return [{ ...on, act: 'resubmit' }];
    case 'review':
    case 'decision':
    case 'task':
      return [{ ...on, act: 'approve', opinion: walkOnTexts.agreed }];
  }
}

function actsWithoutTask({ item, people, state }: Standing): TryAct[] {
  const cashier = people.find(({ capabilities = [] }) => capabilities.includes('cashier'));
  const unpaid = state.fee !== undefined && state.fee.paidAt === undefined;
  const payment =
    cashier !== undefined && unpaid ? [{ by: cashier.id, act: 'record-payment' }] : [];
  const parts = Object.entries(state.subcases).flatMap(([nodeId, { parts: each }]) =>
    Object.entries(each)
      .filter(([, { status }]) => status === 'open')
      .map(([partId]) => ({
        by: 'system',
        act: 'conclude-subcase',
        nodeId,
        partId,
        outcome: 'granted',
      })),
  );
  return [...payment, ...parts, ...waits({ item, state })];
}

/** What does not come from people: messages arrive, time passes. */
function waits({ item, state }: Pick<Standing, 'item' | 'state'>): TryAct[] {
  return openNodes(state.marking).flatMap((nodeId): TryAct[] => {
    const node = item.flow === undefined ? undefined : indexFlow(item.flow).get(nodeId)?.node;
    if (node?.kind !== 'wait') return [];
    if (node.until === 'message') return [{ by: 'system', act: 'receive-message', nodeId }];
    if (node.until !== 'time' || node.limit === undefined) return [];
    // The day after the last: a limit runs out at the end of its day.
    const after = `${node.limit.amount + 1}${node.limit.unit === 'WD' ? 'wd' : 'd'}`;
    return [{ by: 'system', act: 'apply-lapses', after }];
  });
}
