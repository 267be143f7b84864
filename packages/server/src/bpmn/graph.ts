/**
 * A process as plain vertices and arcs, once everything in it is known to be of a kind that may
 * fold into a tree.
 */
import type { FlowNode } from '@yichuang/kernel/flow';
import type { ModdleElement } from 'bpmn-moddle';

export type GatewayKind = 'exclusive' | 'parallel' | 'inclusive';

export type Vertex = { readonly element: ModdleElement } & (
  | { readonly role: 'pass' }
  | { readonly role: 'leaf'; readonly node: FlowNode }
  | { readonly role: 'gateway'; readonly kind: GatewayKind }
  /** `isTerminate`: it cancels what else is running. */
  | { readonly role: 'end'; readonly isTerminate: boolean }
);

export interface Arc {
  readonly element: ModdleElement;
  readonly from: Vertex;
  readonly to: Vertex;
  readonly when?: string;
  readonly isDefault: boolean;
}

export interface Graph {
  readonly start: Vertex;
  readonly vertices: readonly Vertex[];
  /** In the order in which they are drawn at their source. */
  readonly out: ReadonlyMap<Vertex, readonly Arc[]>;
  /** How many arcs lead into it. */
  readonly into: ReadonlyMap<Vertex, number>;
}
