import { layout } from '../../components/layout.ts';
import { notice } from '../../components/notice.ts';
import { html, type Html } from '../../html.ts';
import type { PageContext } from '../../page-context.ts';
import type { TextKey } from '../../texts/translate.ts';

/** What became of it; `used` and `expired` are of an invitation that somebody opens again. */
export type ReviewEnd = 'thanks' | 'thanks-bad' | 'thanks-bad-named' | 'used' | 'expired';

const TITLES: Readonly<Record<ReviewEnd, TextKey>> = {
  thanks: 'review.end.thanks',
  'thanks-bad': 'review.end.thanks',
  'thanks-bad-named': 'review.end.thanks',
  used: 'review.end.used',
  expired: 'review.end.expired',
};

export function reviewEndPage(ctx: PageContext, end: ReviewEnd): Html {
  const { t } = ctx;
  const isThanks = end.startsWith('thanks');
  const title = t(TITLES[end]);
  return layout(ctx, {
    title,
    hasSearch: false,
    main: html`<h1>${title}</h1>
${notice(isThanks ? 'good' : 'attention', t(`review.end-text.${end}`))}
<p><a href="/reviews">${t('review.to-public')}</a></p>
${!isThanks && html`<p><a href="/letters/write">${t('review.to-letters')}</a></p>`}`,
  });
}
