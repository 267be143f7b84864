import type { LetterData } from '../catalogue/index.ts';
import type { CaseDeps, CaseDesk } from '../cases/index.ts';
import type { LetterFinder } from '../insight/index.ts';
import type { RateLimiter } from '../platform/rate-limit/index.ts';
import type { LetterModels } from './letter-models.ts';

/** What suggestions about letters rest on. */
export interface LetterInsightDeps extends CaseDeps {
  readonly desk: Pick<CaseDesk, 'readable' | 'readerKeys'>;
  readonly limiter: RateLimiter;
  readonly finders: { readonly office: LetterFinder; readonly public: LetterFinder };
  readonly models: LetterModels;
  readonly data: LetterData;
}
