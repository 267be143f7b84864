/** Everything that a play depends on; the same input gives the same lines. */
import type { CaseContext, CasePolicies, CaseState, ItemDefinition } from '../case/index.ts';
import type { Calendar, Instant, LimitRule } from '../time/index.ts';
import type { PlayScript } from './script.ts';

export interface PlayInput {
  /** With its flow; see `itemAround` for a flow without an item. */
  readonly item: ItemDefinition;
  readonly script: PlayScript;
  readonly calendar: Calendar;
  readonly rules: readonly LimitRule[];
  readonly evaluate: CaseContext['evaluate'];
  readonly policies?: CasePolicies;
  /** Where an earlier play of the same script's people ended; this one goes on from there. */
  readonly from?: { readonly state: CaseState; readonly at: Instant };
}
