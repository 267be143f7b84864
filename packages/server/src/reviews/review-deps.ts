import type { ReviewData } from '../catalogue/index.ts';
import type { CaseDeps, CaseStore } from '../cases/index.ts';
import type { Notices } from '../notices/index.ts';
import type { Persons } from '../people/index.ts';
import type { RateLimiter } from '../platform/rate-limit/index.ts';
import type { Refusal } from '../platform/refusal.ts';

export interface ReviewDeps extends CaseDeps {
  readonly cases: CaseStore;
  readonly notices: Pick<Notices, 'queueInTx'>;
  readonly persons: Pick<Persons, 'get' | 'recordNameless' | 'findByPhone'>;
  readonly limiter: RateLimiter;
  readonly publicUrl: string;
  /** Undefined where no pack says how services are reviewed: then nobody is invited. */
  readonly reviewData: ReviewData | undefined;
}

export type ReviewOutcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusals: readonly [Refusal, ...Refusal[]] };

export function refused(
  code: string,
  params?: Refusal['params'],
): Extract<ReviewOutcome<never>, { readonly ok: false }> {
  return { ok: false, refusals: [params === undefined ? { code } : { code, params }] };
}
