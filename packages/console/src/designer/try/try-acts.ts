/** What can be done on an open task while a flow is tried, as acts of a play script. */
import type { TryAct, TryLine } from '@yichuang/contracts';
import type { StepNode } from '@yichuang/kernel/flow';
import type { Trace } from './traces-context.ts';

export type TryVerb = 'accept' | 'approve' | 'reject' | 'return' | 'serve' | 'resubmit' | 'archive';

/** The main act first. */
export function verbsOf(step: StepNode, hasEarlier: boolean): readonly TryVerb[] {
  const back: readonly TryVerb[] = hasEarlier ? ['return'] : [];
  switch (step.duty) {
    case 'intake':
      return ['accept'];
    case 'filing':
      return ['resubmit'];
    case 'delivery':
      return ['serve'];
    case 'review':
    case 'decision':
    case 'task':
      return ['approve', 'reject', ...back];
  }
}

export interface TryChoice {
  readonly by: string;
  readonly taskId: string;
  readonly verb: TryVerb;
  readonly opinion: string;
  /** For a return. */
  readonly toStep?: string;
  /** How long after the act before, as a play writes it: `1wd`; '' at once. */
  readonly after: string;
}

/** As acts of a play: whoever accepts has checked the materials, all of them complete. */
export function actsOf(choice: TryChoice, hasMaterials: boolean): TryAct[] {
  const { by, taskId, verb, opinion, toStep, after } = choice;
  const common = { by, act: verb, task: taskId };
  const waited = after === '' ? {} : { after };
  if (verb === 'serve') return [{ ...common, ...waited }];
  if (verb === 'return') {
    return [{ ...common, toStep: toStep ?? '', reason: opinion, ...waited }];
  }
  if (verb === 'accept' && hasMaterials) {
    return [
      { ...common, act: 'check-materials', ...waited },
      { ...common, opinion },
    ];
  }
  return [{ ...common, opinion, ...waited }];
}

const traces: readonly Trace[] = ['ahead', 'open', 'done', 'skipped', 'reset', 'cancelled'];

/** Where every node stands after the last act; what has not been reached is ahead. */
export function tracesOf(line: TryLine | undefined): Readonly<Record<string, Trace>> {
  const entries = Object.entries(line?.nodes ?? {}).map(([nodeId, status]): [string, Trace] => [
    nodeId,
    traces.find((trace) => trace === status) ?? 'ahead',
  ]);
  return Object.fromEntries(entries);
}
