import { html, type Html } from '../html.ts';
import type { PageContext } from '../page-context.ts';

/** Key-set paging goes forward only; back is the browser's own button, first is a link. */
export function pager(
  ctx: PageContext,
  links: { readonly first?: string | undefined; readonly next?: string | undefined },
): Html | undefined {
  if (links.first === undefined && links.next === undefined) return undefined;
  return html`<nav class="pager" aria-label="${ctx.t('pager.label')}">
${links.first !== undefined && html`<a href="${links.first}">${ctx.t('pager.first')}</a>`}
${links.next !== undefined && html`<a rel="next" href="${links.next}">${ctx.t('pager.next')}</a>`}
</nav>`;
}
