/** What conditions read: flat fields, with the events that they follow from. */
import type { PersonRef } from '../flow/index.ts';
import type { Instant } from '../time/index.ts';
import type { CaseSubject } from './rule.ts';

export type FactValue = string | number | boolean | null;
export type Facts = Readonly<Record<string, FactValue>>;

/** One thing in a case that a rule can look at. */
export interface Subject {
  /** Stays the same as the case goes on: a hit on it is one hit. */
  readonly key: string;
  readonly facts: Facts;
  /** Sequence numbers of the case's events, ascending. */
  readonly evidence: readonly number[];
  /** When it was so: of the last event, or when a limit ran out. */
  readonly at: Instant;
  /** Whose doing it is; empty for a limit that nobody answered. */
  readonly people: readonly PersonRef[];
}

export interface CaseFacts {
  readonly caseId: string;
  readonly number: string;
  readonly itemCode: string;
  readonly orgId: string;
  readonly lifecycle: 'licence' | 'internal' | 'letter';
  readonly subjects: Readonly<Record<CaseSubject, readonly Subject[]>>;
}
