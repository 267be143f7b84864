import type { CaseContext, CaseState, Recorded } from '@yichuang/kernel/case';
import type { HashHex } from '@yichuang/kernel/ledger';

export interface StoredCase {
  readonly state: CaseState;
  readonly headHash: HashHex;
  readonly passwordHash: string;
  /** The first answer to this idempotency key, if the command was done before. */
  readonly answered?: CommandAnswer;
}

export interface CommandAnswer {
  readonly caseId: string;
  readonly version: number;
  readonly phase: string;
}

export interface CaseChange {
  readonly caseId: string;
  readonly before: CaseState | undefined;
  readonly after: CaseState;
  readonly events: readonly Recorded[];
  readonly headHash: HashHex | null;
  readonly passwordHash: string;
  readonly context: CaseContext;
  readonly act: string;
  readonly stepName: string;
  readonly idempotencyKey?: string;
  readonly personId: string;
}

export interface StoredEvent extends Recorded {
  readonly prevHash: HashHex | null;
  readonly hash: HashHex;
}

/** What is asked together with the case, in the same round trip. */
export interface CaseQuestion {
  /** Only if one of these may read it (keys of `case_reader`). */
  readonly readers?: readonly string[];
  /** Also the first answer to this person's idempotency key, as `answered`. */
  readonly repeated?: { readonly personId: string; readonly key: string };
}

/** The truth of the cases. One command is one `write`: all its effects or none. */
export interface CaseStore {
  find(caseId: string, asked?: CaseQuestion): Promise<StoredCase | undefined>;
  findByNumber(number: string): Promise<{ caseId: string; passwordHash: string } | undefined>;
  findAnswer(personId: string, key: string): Promise<CommandAnswer | undefined>;
  /** `moved`: somebody else was first. `repeated`: this key was used before. */
  write(change: CaseChange): Promise<'written' | 'moved' | 'repeated'>;
  events(caseId: string): Promise<StoredEvent[]>;
  mayRead(caseId: string, readers: readonly string[]): Promise<boolean>;
}
