import { html, type Html } from '../html.ts';
import type { PageContext } from '../page-context.ts';

/** Offered, never asked for. */
export function reviewLink({ t }: PageContext, token: string): Html {
  return html`<p class="review-link no-print"><a class="button button-secondary"
 href="/review/${token}">${t('review.case-link')}</a>
<span class="hint">${t('review.case-hint')}</span></p>`;
}
