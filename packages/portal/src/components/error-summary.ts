import { html, type Html } from '../html.ts';
import type { PageContext } from '../page-context.ts';

export interface PageProblem {
  /** The id of the control to go to; absent for what has no place on the page. */
  readonly target?: string;
  readonly text: string;
}

/**
 * All that is wrong, on top of the page, each linked to its place. `role="alert"` reads it out
 * when the page opens; `tabindex="-1"` lets the script move the focus here.
 */
export function errorSummary(
  ctx: PageContext,
  problems: readonly PageProblem[],
  title?: string,
): Html | undefined {
  if (problems.length === 0) return undefined;
  return html`<div class="error-summary" role="alert" tabindex="-1" data-focus>
<h2>${title ?? ctx.t('error.summary')}</h2>
<ul>${problems.map(({ target, text }) =>
    target === undefined ? html`<li>${text}</li>` : html`<li><a href="#${target}">${text}</a></li>`,
  )}</ul>
</div>`;
}
