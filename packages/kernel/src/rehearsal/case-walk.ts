/**
 * One case on its way through the flow: the kernel's own walk, so that agreement, joins and returns
 * mean in a rehearsal what they mean in a case. What takes time is handed to the simulation.
 */
import {
  completeNode,
  emptyMarking,
  enterNode,
  evolveMarking,
  inOrder,
  placeOf,
  returnTargets,
  returnToStep,
  settleStep,
  stepOf,
  type Envelope,
  type FlowEvent,
  type Marking,
  type StepNode,
  type TaskState,
  type Walk,
} from '../flow/index.ts';
import { instant } from '../time/index.ts';

/** What the simulation does for a case. */
export interface CaseHost {
  /** Whether the case takes a branch with this condition; the same answer each time. */
  holds(condition: string): boolean;
  taskOpened(task: TaskState): void;
  /** Somebody else has decided, or the case was sent back. */
  taskClosed(taskId: string): void;
  /** A wait or the parts of a joint case; ends with `CaseWalk.waitOver`. */
  waits(nodeId: string, round: number): void;
  stepCompleted(step: StepNode): void;
  finished(): void;
}

/** Nothing in a marking depends on when or by whom, in a rehearsal. */
const ENVELOPE: Envelope = {
  at: instant('2000-01-01T00:00:00.000Z'),
  by: { personId: 'rehearsal', name: 'rehearsal' },
};

export class CaseWalk {
  readonly #walk: Walk;
  readonly #host: CaseHost;
  #marking: Marking = emptyMarking;

  constructor(flow: Walk['flow'], host: CaseHost) {
    this.#host = host;
    this.#walk = {
      flow,
      marking: () => this.#marking,
      emit: (event) => this.#emit(event),
      holds: (condition) => host.holds(condition),
      stepOpened: () => undefined,
      run: (node, round) => {
        if (node.kind === 'automatic') return true;
        host.waits(node.id, round);
        return false;
      },
      split: (node, round) => {
        host.waits(node.id, round);
        return false;
      },
      finished: () => host.finished(),
    };
  }

  start(): void {
    enterNode(this.#walk, this.#walk.flow.main);
  }

  /** The wait of an earlier round no longer counts. */
  waitOver(nodeId: string, round: number): void {
    const node = this.#marking.nodes[nodeId];
    if (node?.status !== 'open' || node.round !== round) return;
    completeNode(this.#walk, placeOf(this.#walk.flow, nodeId).node);
  }

  stepOf(taskId: string): StepNode {
    return stepOf(this.#walk.flow, this.#task(taskId).stepId);
  }

  /** Steps to which the task's step may send the case back, in the order of the flow. */
  returnTargets(taskId: string): readonly StepNode[] {
    return returnTargets(this.#walk.flow, this.#marking, this.#task(taskId).stepId);
  }

  returnTo(taskId: string, toStep: string): void {
    returnToStep(this.#walk, this.#task(taskId).stepId, toStep, 'walk-again', 'rehearsal');
  }

  approve(taskId: string): void {
    const { stepId, round } = this.#task(taskId);
    const step = stepOf(this.#walk.flow, stepId);
    const verdict = 'approved';
    this.#emit({ type: 'TaskDecided', taskId, stepId, round, verdict, opinion: '' });
    if (settleStep(this.#walk, step) === undefined) return;
    this.#host.stepCompleted(step);
    completeNode(this.#walk, step);
  }

  #task(taskId: string): TaskState {
    const task = this.#marking.tasks[taskId];
    if (task === undefined) throw new Error(`the rehearsal has no task ${taskId}`);
    return task;
  }

  #emit(event: FlowEvent): void {
    this.#marking = evolveMarking(this.#marking, event, ENVELOPE);
    if (event.type === 'StepOpened') {
      const opened = event.tasks.map(({ taskId }) => this.#task(taskId));
      for (const task of inOrder(opened)) {
        if (task.status === 'open') this.#host.taskOpened(task);
      }
    }
    if (event.type === 'TaskOpened') this.#host.taskOpened(this.#task(event.taskId));
    if (event.type === 'TaskClosed') this.#host.taskClosed(event.taskId);
  }
}
