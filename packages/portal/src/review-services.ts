/** What the pages of reviews need from the server. Each function may throw a `PortalRefusal`. */
import type { PublicReviews, ReviewBody, ReviewForm, ReviewReceipt } from '@yichuang/contracts';
import type { Locale, Visitor } from './service-types.ts';

/** From where a review comes; see the server's ReviewOrigin. */
export interface Reviewer {
  readonly visitor: Visitor;
  readonly personId?: string | undefined;
  /** Of staff who are logged in in the same browser. */
  readonly staffId?: string | undefined;
  readonly screenId?: string | undefined;
}

/** The screen of a window as it is now. */
export interface ScreenNow {
  readonly screenId: string;
  readonly orgName: string;
  /** Of the visit that waits to be reviewed; absent while there is none. */
  readonly token?: string;
}

export interface ReviewServices {
  /** Undefined for a token that opens nothing. */
  reviewForm(token: string, visitor: Visitor, locale: Locale): Promise<ReviewForm | undefined>;
  writeReview(token: string, body: ReviewBody, reviewer: Reviewer): Promise<ReviewReceipt>;
  /** The token that a code on paper stands for. */
  tokenOfCode(code: string, visitor: Visitor): Promise<string>;
  screenNow(token: string): Promise<ScreenNow | undefined>;
  /** The token by which one's own case may be reviewed now. */
  reviewOfCase(
    access:
      | { readonly personId: string; readonly caseId: string }
      | { readonly number: string; readonly password: string },
  ): Promise<string | undefined>;
  publicReviews(year: string, visitor: Visitor, locale: Locale): Promise<PublicReviews>;
}
