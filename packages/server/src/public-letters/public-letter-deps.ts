import type { CaseDeps } from '../cases/index.ts';
import type { LetterFinder } from '../insight/index.ts';
import type { Persons } from '../people/index.ts';
import type { RateLimiter } from '../platform/rate-limit/index.ts';

export interface PublicLetterDeps extends Pick<
  CaseDeps,
  'db' | 'tenantId' | 'clock' | 'statutes' | 'directory' | 'secrets'
> {
  readonly limiter: RateLimiter;
  readonly persons: Pick<Persons, 'get'>;
  /** Of the public shelf alone: what is searched was published. */
  readonly finder: LetterFinder;
  /** Words that a person is to look at twice; they block nothing. */
  readonly words: readonly string[];
}

/** Why something about a public letter was not done. */
export type PublicOutcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusals: readonly { readonly code: string }[] };
