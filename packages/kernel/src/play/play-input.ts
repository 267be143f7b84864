/** Everything that a play depends on; the same input gives the same lines. */
import type { CaseContext, CasePolicies, ItemDefinition } from '../case/index.ts';
import type { Calendar, LimitRule } from '../time/index.ts';
import type { PlayScript } from './script.ts';

export interface PlayInput {
  /** With its flow; see `itemAround` for a flow without an item. */
  readonly item: ItemDefinition;
  readonly script: PlayScript;
  readonly calendar: Calendar;
  readonly rules: readonly LimitRule[];
  readonly evaluate: CaseContext['evaluate'];
  readonly policies?: CasePolicies;
}
