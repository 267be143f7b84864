import type { AutomaticNode, FlowDefinition, FlowNode, StepNode, WaitNode } from './definition.ts';
import type { FlowEvent, Marking } from './marking.ts';
import type { PersonRef } from './person.ts';

/** One way through a flow: where it is, what it asks for, what it causes. */
export interface Walk {
  readonly flow: FlowDefinition;
  marking(): Marking;
  emit(event: FlowEvent): void;
  /** Evaluates a FEEL condition over the case's data. */
  holds(condition: string): boolean;
  /** The post that a name of a role (`@head`) means here; absent: posts are named themselves. */
  postAt?(post: string): string;
  /** Whose own part a filing step is. */
  applicant?(): PersonRef;
  /** A step opened: its case starts the step's clock. */
  stepOpened(step: StepNode, round: number): void;
  /** Runs an automatic node or starts a wait; true when it is finished at once. */
  run(node: AutomaticNode | WaitNode, round: number): boolean;
  /** Orders subcases; true when there is none to wait for. */
  split(node: Extract<FlowNode, { kind: 'subcases' }>, round: number): boolean;
  /** The root completed. */
  finished(): void;
}
