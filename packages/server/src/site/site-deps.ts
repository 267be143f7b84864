import type { LimitRule } from '@yichuang/kernel/time';
import type { PortalServices } from '@yichuang/portal';
import type { Bundles } from '../bundles/index.ts';
import type { Pack } from '../catalogue/index.ts';
import type { CaseDeps, CaseDesk, CommandParts, DocumentNames } from '../cases/index.ts';
import type { CertificateDeps } from '../certificates/index.ts';
import type { Drafts, UploadDeps } from '../drafts/index.ts';
import type { LedgerDeps } from '../ledger/index.ts';
import type { LetterInsightDeps } from '../letter-insight/index.ts';
import type { ReportDeps } from '../letter-reports/index.ts';
import type { LetterDeps } from '../letters/index.ts';
import type { Notices } from '../notices/index.ts';
import type { People } from '../people/index.ts';
import type { PublicLetterDeps } from '../public-letters/index.ts';
import type { ReviewDeps } from '../reviews/index.ts';
import type { RateLimiter } from '../platform/rate-limit/index.ts';
import type { RefusalRegistry } from '../platform/refusal.ts';

/** Everything that the public site draws on. */
export interface SiteDeps {
  readonly cases: CaseDeps;
  readonly pack: Pack;
  readonly people: People;
  readonly notices: Notices;
  readonly drafts: Drafts;
  readonly bundles: Bundles;
  readonly uploads: UploadDeps;
  readonly desk: CaseDesk;
  readonly commands: CommandParts;
  readonly letters: LetterDeps;
  readonly publicLetters: PublicLetterDeps;
  readonly insight: LetterInsightDeps;
  readonly figures: ReportDeps;
  readonly statistics: PortalServices['statistics'];
  readonly reviews: ReviewDeps;
  readonly ledger: LedgerDeps;
  readonly certificates: CertificateDeps;
  readonly documentNames: DocumentNames;
  readonly limiter: RateLimiter;
  readonly refusals: RefusalRegistry;
  readonly rules: readonly LimitRule[];
  readonly sessionHours: number;
  readonly isDemo: boolean;
  readonly isTrial: boolean;
  /** Demo mode only. */
  readonly moveClock: (
    move: { readonly ms: number } | { readonly workingDays: number },
  ) => Promise<void>;
}
