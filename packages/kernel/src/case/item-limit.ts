import type { LegalBasis } from '../time/index.ts';

/** A limit that an item names: the rule, and how long by it. */
export interface ItemLimit {
  /** Row of `packs/statutes/limits.json`, e.g. `XK-JD-20`. */
  readonly ruleId: string;
  readonly amount: number;
  /** The item's own law, where that sets the amount and not the general rule. */
  readonly basis?: LegalBasis;
}
