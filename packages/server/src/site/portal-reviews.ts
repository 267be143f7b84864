/** What the pages of reviews draw on, answered by slice reviews. */
import type { ReviewServices } from '@yichuang/portal';
import {
  admitReader,
  openInvitationOf,
  publicReviews,
  reviewForm,
  screenNow,
  tokenOfCode,
  writeReview,
} from '../reviews/index.ts';
import { createGrant, portalRefusal } from './portal-refusals.ts';
import type { SiteDeps } from './site-deps.ts';

export function reviewServices(deps: SiteDeps): ReviewServices {
  const { reviews, desk } = deps;
  const grant = createGrant(deps.refusals);
  const admit = async (ip: string): Promise<void> => {
    const refusal = await admitReader(reviews, ip);
    if (refusal !== undefined) throw portalRefusal(deps.refusals, [refusal]);
  };
  return {
    async reviewForm(token, visitor, locale) {
      await admit(visitor.ip);
      return reviewForm(reviews, token, locale);
    },
    writeReview: async (token, body, { visitor, ...who }) =>
      grant(await writeReview(reviews, token, body, { ...visitor, ...who })),
    tokenOfCode: async (code, visitor) => grant(await tokenOfCode(reviews, code, visitor.ip)),
    screenNow: (token) => screenNow(reviews, token),
    async reviewOfCase(access) {
      const found =
        'personId' in access
          ? await desk.ownCase(access.personId, access.caseId)
          : await desk.tracked(access.number, access.password);
      if (found === undefined) return undefined;
      return (await openInvitationOf(reviews, found.state.caseId))?.token;
    },
    async publicReviews(year, visitor, locale) {
      await admit(visitor.ip);
      return publicReviews(reviews, year, locale);
    },
  };
}
