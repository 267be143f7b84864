import type { TrialAccounts, TrialFilling, TrialLoad, TrialMove } from '@yichuang/contracts';
import type { Instant } from '@yichuang/kernel/time';

/** A trial county that answers at `url`. The assembly opens it; this slice keeps it. */
export interface OpenTrial {
  readonly trialId: string;
  readonly url: string;
  now(): Instant;
  /** As the demo's clock: the timekeeper looks, closed days are published. */
  move(step: Exclude<TrialMove, { readonly until: unknown }>): Promise<void>;
  accounts(): TrialAccounts;
  filling(): TrialFilling | undefined;
  /** Ends its server, workers and connections; what it has stored stays. */
  stop(): Promise<void>;
}

export interface TrialToOpen {
  readonly trialId: string;
  /** Only for a generation that is new: its clock begins that much earlier and is filled. */
  readonly load?: TrialLoad;
}

/** @throws Error when its port is taken or the database is away */
export type OpenTrialSite = (wanted: TrialToOpen) => Promise<OpenTrial>;
