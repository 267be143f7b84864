/**
 * What the laws of the operations look at: one act, the case before and after it, and what the
 * whole run has seen so far. A law returns what breaks it, one sentence each; empty is kept.
 */
import type { FlowDefinition } from '../../flow/index.ts';
import type { CaseContext, CaseEvent, CaseState, Recorded } from '../index.ts';

export interface Observed {
  readonly flow: FlowDefinition;
  readonly before: CaseState;
  readonly events: readonly Recorded[];
  readonly after: CaseState;
  /** In which the act was decided. */
  readonly context: CaseContext;
  readonly journal: Journal;
}

export type Law = (act: Observed) => readonly string[];

/** What a law must remember of the acts before: kept as it goes, since a run has hundreds. */
export class Journal {
  /** What has happened as often as it may: see {@link activationOf}. */
  private readonly seen = new Set<string>();
  /** Activations that came twice without being undone between. */
  readonly repeated: string[] = [];
  /** Tasks that a policy moved to a list, which takes more than one of a round. */
  readonly moved = new Set<string>();
  /** What each clock began with. */
  readonly clocks = new Map<string, string>();

  admit(events: readonly Recorded[]): void {
    for (const { event } of events) this.admitOne(event);
  }

  private admitOne(event: CaseEvent): void {
    for (const undone of undoneBy(event)) this.seen.delete(undone);
    const key = activationOf(event);
    if (key !== undefined) {
      if (this.seen.has(key)) this.repeated.push(key);
      this.seen.add(key);
    }
    if (event.type === 'TaskTransferred' && 'post' in event.to) this.moved.add(event.taskId);
    if (event.type === 'ClockStarted') {
      this.clocks.set(event.clockId, `${event.ruleId} ${event.from} ${event.amount} ${event.unit}`);
    }
  }
}

/** A recall, and a return in turn, take back what they name: only that may happen once more. */
function undoneBy(event: CaseEvent): string[] {
  if (event.type === 'TaskReturned') return event.tasks.map(({ taskId }) => `task ${taskId}`);
  if (event.type !== 'TaskRecalled') return [];
  const isOpenAgain = event.reopenedNodes.includes(event.stepId);
  return [
    ...event.tasks.map(({ taskId }) => `task ${taskId}`),
    ...(isOpenAgain ? [`step ${event.stepId}#${event.round}`] : []),
  ];
}

function activationOf(event: CaseEvent): string | undefined {
  switch (event.type) {
    case 'NodeCompleted':
      return `node ${event.nodeId}#${event.round}`;
    case 'StepCompleted':
      return `step ${event.stepId}#${event.round}`;
    case 'StepOpened':
      return `open ${event.stepId}#${event.round}`;
    case 'TaskDecided':
    case 'TaskClosed':
    case 'OpinionGiven':
      return `task ${event.taskId}`;
    case 'DecisionMade':
    case 'CaseConcluded':
    case 'PaymentRecorded':
    case 'FlowEnded':
      return event.type;
    default:
      return undefined;
  }
}
