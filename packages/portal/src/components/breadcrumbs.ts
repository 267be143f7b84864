import { html, type Html } from '../html.ts';
import type { PageContext } from '../page-context.ts';

export interface Crumb {
  readonly href: string;
  readonly label: string;
}

/** The way here; the page itself is its heading and not repeated. */
export function breadcrumbs(ctx: PageContext, crumbs: readonly Crumb[]): Html {
  const all = [{ href: '/', label: ctx.t('nav.home') }, ...crumbs];
  return html`<nav class="breadcrumbs" aria-label="${ctx.t('nav.breadcrumbs')}"><ol>
${all.map(({ href, label }) => html`<li><a href="${href}">${label}</a></li>`)}
</ol></nav>`;
}
