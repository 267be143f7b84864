/** The kernel's rooms are imported by name: `@yichuang/kernel/time`, `/flow`, `/case` and so on. */
export type { CaseEvent, CaseState, Command, ItemDefinition, Recorded } from './case/index.ts';
export type { FlowDefinition } from './flow/index.ts';
