import type { ReviewForm } from '@yichuang/contracts';
import { layout } from '../../components/layout.ts';
import { notice } from '../../components/notice.ts';
import { html, type Html } from '../../html.ts';
import type { PageContext } from '../../page-context.ts';
import type { TextKey } from '../../texts/translate.ts';

/** What became of it; `used` and `expired` are of an invitation that somebody opens again. */
export type ReviewEnd =
  | 'thanks'
  | 'thanks-bad'
  | 'thanks-bad-visit'
  | 'thanks-bad-named'
  | 'used'
  | 'expired'
  | Closed['because'];

type Closed = NonNullable<ReviewForm['closed']>;

const TITLES: Readonly<Record<ReviewEnd, TextKey>> = {
  thanks: 'review.end.thanks',
  'thanks-bad': 'review.end.thanks',
  'thanks-bad-visit': 'review.end.thanks',
  'thanks-bad-named': 'review.end.thanks',
  used: 'review.end.used',
  expired: 'review.end.expired',
  'being-mended': 'review.end.being-mended',
  'not-counted': 'review.end.not-counted',
  'nothing-to-mend': 'review.end.thanks',
};

export function reviewEndPage(ctx: PageContext, end: ReviewEnd, closed?: Closed): Html {
  const { t } = ctx;
  const isThanks = end.startsWith('thanks') || end === 'nothing-to-mend';
  const title = t(TITLES[end]);
  return layout(ctx, {
    title,
    hasSearch: false,
    main: html`<h1>${title}</h1>
${notice(toneOf(end), t(`review.end-text.${end}`))}
${closed?.because === 'being-mended' && wayBack(ctx, closed)}
<p><a href="/reviews">${t('review.to-public')}</a></p>
${!isThanks && html`<p><a href="/letters/write">${t('review.to-letters')}</a></p>`}`,
  });
}

/** Who was served badly is not congratulated. */
function toneOf(end: ReviewEnd): 'good' | 'plain' | 'attention' {
  if (end.startsWith('thanks-bad')) return 'plain';
  return end === 'thanks' || end === 'nothing-to-mend' ? 'good' : 'attention';
}

/** For who left neither account nor phone nobody can send it: they take it along. */
function wayBack({ t }: PageContext, { code, openDays }: Closed): Html {
  return html`<section class="card" aria-labelledby="again">
<h2 id="again">${t('review.again-title')}</h2>
<p class="code big">${code}</p>
<p>${t('review.again-text', { days: openDays })}</p>
<p><a href="/review">${t('review.code-title')}</a></p>
<p class="hint">${t('review.again-hint')}</p>
</section>`;
}
