/** A case of a flow, walked by the kernel with everybody approving. Read by tests only. */
import {
  conditionData,
  decide,
  type Actor,
  type CaseContext,
  type CaseState,
  type Command,
  type ConditionData,
} from '../../packages/kernel/src/case/index.ts';
import { instant, type Instant } from '../../packages/kernel/src/time/index.ts';
import {
  openTasks,
  placeOf,
  type FlowDefinition,
  type TaskState,
} from '../../packages/kernel/src/flow/index.ts';
import {
  bare,
  basis,
  contextOf,
  filing,
  on,
  robot,
  staff,
  wang,
} from '../../packages/kernel/src/case/testing/case.examples.ts';
import { elementId, partId } from '../../packages/server/src/bpmn/element-id.ts';
import type { Waiting } from './engine-run.examples.ts';

/** Something that is awaited, with the act that ends it. */
interface Awaited extends Waiting {
  readonly command: Command;
  readonly by: Actor;
  readonly weight: number;
}

export interface KernelOptions {
  readonly area?: number;
  /** Whether a condition holds, where the form does not say. */
  readonly holds?: (condition: string) => boolean;
  /** Whether the one who acts on a step rejects it. */
  readonly rejects?: (stepName: string) => boolean;
}

export class KernelRun {
  readonly #item;
  readonly #flow: FlowDefinition;
  #state: CaseState;
  #at = on('2026-03-02');

  readonly #options: KernelOptions;

  constructor(flow: FlowDefinition, options: KernelOptions) {
    this.#options = options;
    this.#flow = flow;
    this.#item = { ...bare(flow), materials: [] };
    const filed = { ...filing, materials: [], form: { name: 'Shed', area: options.area ?? 50 } };
    const outcome = decide(undefined, filed, this.#context(wang));
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
    this.#state = outcome.state;
  }

  get isEnded(): boolean {
    return this.#state.phase === 'concluded';
  }

  open(): Waiting[] {
    return this.#awaited().map(({ elementId: id, index }) => ({ elementId: id, index }));
  }

  /** What conditions see. */
  data(): ConditionData {
    return conditionData(this.#state);
  }

  /** Whether the kernel has left a node behind that it does not ask anybody about. */
  isDone(nodeId: string): boolean {
    return this.#state.marking.nodes[nodeId]?.status === 'done';
  }

  /** What the one awaited at this place weighs in a vote, after its act is done. */
  finish(place: number): Awaited {
    const awaited = this.#awaited();
    const chosen = awaited[place % awaited.length];
    if (chosen === undefined) throw new Error('the case waits for nothing');
    if (chosen.command.type === 'ApplyLapses') this.#at = tenDaysAfter(this.#at);
    const outcome = decide(this.#state, chosen.command, this.#context(chosen.by));
    if (!outcome.ok) throw new Error(JSON.stringify([chosen.command, outcome.refusals]));
    this.#state = outcome.state;
    return chosen;
  }

  #context(by: Actor): CaseContext {
    const context = contextOf(this.#item, by, this.#at);
    const { holds } = this.#options;
    return holds === undefined
      ? context
      : { ...context, evaluate: (condition) => holds(condition) };
  }

  #awaited(): Awaited[] {
    const all = [...this.#tasks(), ...this.#parts(), ...this.#events()];
    return all.toSorted((a, b) => compare(a.elementId, b.elementId) || a.index - b.index);
  }

  #tasks(): Awaited[] {
    return openTasks(this.#state.marking).map((task) => ({
      elementId: elementId(task.stepId),
      index: Number(task.taskId.slice(task.taskId.lastIndexOf('.') + 1)) - 1,
      command: this.#deciding(task),
      // One person for each post: nobody votes twice.
      by: staff(`Holder of ${task.posts[0] ?? ''}`, task.posts.slice(0, 1)),
      weight: task.weight,
    }));
  }

  #deciding({ taskId, stepId }: TaskState): Command {
    const { node } = placeOf(this.#flow, stepId);
    const duty = node.kind === 'step' ? node.duty : undefined;
    if (duty === 'intake') return { type: 'AcceptCase', taskId, opinion: 'yes' };
    if (duty === 'delivery') {
      return { type: 'ServeResult', taskId, method: 'counter', recipient: 'Wang' };
    }
    if (this.#options.rejects?.(node.name) === true) {
      return { type: 'RejectTask', taskId, opinion: 'no', basis: [basis] };
    }
    return { type: 'ApproveTask', taskId, opinion: 'yes' };
  }

  #parts(): Awaited[] {
    return Object.entries(this.#state.subcases).flatMap(([nodeId, { parts }]) =>
      Object.entries(parts)
        .filter(([, part]) => part.status === 'open')
        .map(([id]) => ({
          elementId: partId(nodeId, id),
          index: 0,
          command: { type: 'ConcludeSubcase', nodeId, partId: id, outcome: 'granted' } as const,
          by: robot,
          weight: 1,
        })),
    );
  }

  /** Documents under way, and what is waited for. */
  #events(): Awaited[] {
    const open = Object.entries(this.#state.marking.nodes).filter(([, n]) => n.status === 'open');
    return open.flatMap(([nodeId]) => {
      const { node } = placeOf(this.#flow, nodeId);
      const command = this.#ending(nodeId);
      if ((node.kind !== 'automatic' && node.kind !== 'wait') || command === undefined) return [];
      return [{ elementId: elementId(nodeId), index: 0, command, by: robot, weight: 1 }];
    });
  }

  #ending(nodeId: string): Command | undefined {
    const { node } = placeOf(this.#flow, nodeId);
    if (node.kind === 'wait' && node.until === 'message') {
      return { type: 'ReceiveMessage', nodeId, message: 'here' };
    }
    if (node.kind === 'wait' && node.until === 'time') return { type: 'ApplyLapses' };
    const made = Object.values(this.#state.documents).find(
      (document) => document.nodeId === nodeId && document.issuedAt === undefined,
    );
    if (made === undefined) return undefined;
    const { documentId } = made;
    return { type: 'RecordDocument', documentId, number: 'N', sha256: 'h', bytes: 1 };
  }
}

/** Longer than any wait of the random flows. */
function tenDaysAfter(at: Instant): Instant {
  return instant(new Date(Date.parse(at) + 10 * 86_400_000).toISOString());
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
