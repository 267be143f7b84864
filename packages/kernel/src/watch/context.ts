import type { ItemDefinition } from '../case/index.ts';
import type { Calendar, Instant, LimitRule } from '../time/index.ts';
import type { Facts } from './subject.ts';

/** A fee as the published list of the place has it 收费目录清单; what is not in it may not be taken. */
export interface ListedFee {
  readonly standardId: string;
  /** The most that one unit may cost, in fen; absent where tiers decide. */
  readonly unitFen?: number;
}

/** What the facts of a case depend on beside its events; the same input gives the same facts. */
export interface WatchContext {
  /** The version that the case walks. */
  readonly item: ItemDefinition;
  readonly calendar: Calendar;
  readonly rules: readonly LimitRule[];
  /** Limits that still run are read as of here. */
  readonly at: Instant;
  /** Absent: nothing is known of the list, and fees are held against the item alone. */
  readonly feeList?: readonly ListedFee[];
}

/** FEEL over facts. Handed in, since the kernel has no dependency. */
export type WatchEvaluate = (
  expression: string,
  scope: Readonly<Record<string, FactScope>>,
) => unknown;

type FactScope = Facts | Readonly<Record<string, number>>;
