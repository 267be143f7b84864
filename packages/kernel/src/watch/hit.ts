import type { PersonRef } from '../flow/index.ts';
import type { Instant } from '../time/index.ts';
import type { WatchRule } from './rule.ts';
import type { Facts } from './subject.ts';

export interface Evidence {
  readonly caseId: string;
  readonly seq: number;
}

/** What a rule found. It says which events it rests on and which values the condition read. */
export interface WatchHit {
  /** Rule and what it was found on, without the version: the same thing is found once. */
  readonly key: string;
  readonly ruleId: string;
  readonly ruleVersion: number;
  readonly kind: WatchRule['kind'];
  readonly light: WatchRule['light'];
  /** Absent for what many cases add up to. */
  readonly caseId?: string;
  readonly orgId?: string;
  readonly itemCode?: string;
  readonly people: readonly PersonRef[];
  readonly at: Instant;
  /** In the county's language and in English. */
  readonly says: string;
  readonly saysEn?: string;
  readonly evidence: readonly Evidence[];
  readonly facts: Facts;
}
