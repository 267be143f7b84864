/** What the random runs have really done: a generator that has gone blind proves nothing. */
import { indexFlow, type FlowDefinition, type FlowNode } from '../../flow/index.ts';
import type { CaseEvent, Command, Outcome, Recorded } from '../index.ts';
import type { Observed } from './law.examples.ts';

export class Coverage {
  runs = 0;
  acts = 0;
  refused = 0;
  readonly counts = new Map<string, number>();

  run(flow: FlowDefinition): void {
    this.runs += 1;
    const depths = [...indexFlow(flow).values()].map(({ ancestors }) => ancestors.length);
    this.count(`depth ${Math.max(...depths)}`);
  }

  tried({ type }: Command, outcome: Outcome): void {
    this.acts += 1;
    if (!outcome.ok) {
      this.refused += 1;
      this.count(`refusal ${outcome.refusals[0].code}`);
    } else if (outcome.events.length > 0) this.count(`act ${type}`);
  }

  events(events: readonly Recorded[], observed: Observed | undefined): void {
    for (const { event, by } of events) {
      if (by.rule?.startsWith('policy:') === true) this.count(by.rule);
      if (by.onBehalfOf !== undefined) this.count('by a deputy');
      if (observed !== undefined) this.event(event, observed);
    }
  }

  private event(event: CaseEvent, observed: Observed): void {
    const index = indexFlow(observed.flow);
    const isInSplit = (stepId: string) =>
      index.get(stepId)?.ancestors.some(({ kind }) => kind === 'parallel') === true;
    switch (event.type) {
      case 'NodeEntered':
      case 'StepOpened': {
        const id = event.type === 'StepOpened' ? event.stepId : event.nodeId;
        const node = index.get(id)?.node;
        if (node !== undefined) this.count(`node ${kindOf(node)}`);
        if (node?.kind === 'step') this.count(`rule ${node.agreement.rule}`);
        return;
      }
      case 'TaskClosed':
        return this.count(`cause ${event.cause}`);
      case 'TaskTransferred':
        return this.count(`transfer ${event.cause}`);
      case 'StepReturned':
        this.count(`return ${event.then}`);
        if (isSplitIn(event.resetNodes, index)) this.count('return across a split');
        return;
      case 'SignerAdded':
        this.count(`signer ${event.kind}`);
        if (isInSplit(event.stepId)) this.count('signer inside a parallel');
        return;
      case 'TaskRecalled':
        this.count(`recall ${event.undone}`);
        if (isSplitIn(event.reopenedNodes, index)) this.count('recall after a join');
        return;
      default:
    }
  }

  private count(key: string): void {
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
  }

  /** What happened less often than it should: `act ApproveTask: 3 of 100`. */
  missing(wanted: Readonly<Record<string, number>>): string[] {
    return Object.entries(wanted)
      .filter(([key, least]) => (this.counts.get(key) ?? 0) < least)
      .map(([key, least]) => `${key}: ${this.counts.get(key) ?? 0} of ${least}`);
  }

  /** One line for each thing, the most frequent first. */
  table(): string {
    return [...this.counts]
      .toSorted(([, a], [, b]) => b - a)
      .map(([key, count]) => `${String(count).padStart(8)} ${key}`)
      .join('\n');
  }
}

type Index = ReturnType<typeof indexFlow>;

function isSplitIn(ids: readonly string[], index: Index): boolean {
  return ids.some((id) => index.get(id)?.node.kind === 'parallel');
}

function kindOf(node: FlowNode): string {
  if (node.kind === 'wait') return `wait ${node.until}`;
  if (node.kind === 'automatic') return `automatic ${node.does.action}`;
  return node.kind;
}
