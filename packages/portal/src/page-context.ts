import type { Instant, PlainDate } from '@yichuang/kernel/time';
import type { Locale, PortalSession } from './services.ts';
import type { Translate } from './texts/translate.ts';

/** The address of an asset by its file name. */
export type AssetUrls = (name: string) => string;

/** What every page knows: the reader, the language, the day. Views are pure functions of it. */
export interface PageContext {
  readonly locale: Locale;
  readonly t: Translate;
  readonly isElder: boolean;
  readonly session: PortalSession | undefined;
  /** The address to come back to after switching language or size; never holds a secret. */
  readonly path: string;
  readonly now: Instant;
  /** In Shanghai. */
  readonly today: PlainDate;
  readonly county: { readonly name: string; readonly nameEn: string; readonly phone: string };
  readonly isDemo: boolean;
  /** A trial county: marked on every page, in its title and on paper. */
  readonly isTrial?: boolean;
  /** The county takes letters, so that links lead to their pages. */
  readonly hasLetters: boolean;
  /** Services are reviewed here. */
  readonly hasReviews: boolean;
  readonly assets: AssetUrls;
  /** The ledger's last published root, for the footer. */
  readonly latestRoot: { readonly day: string; readonly root: string } | undefined;
}

export function countyName(ctx: PageContext): string {
  return ctx.locale === 'en' ? ctx.county.nameEn : ctx.county.name;
}
