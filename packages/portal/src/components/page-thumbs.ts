import type { FilePage } from '@yichuang/kernel/case';
import { html, type Html, type HtmlValue } from '../html.ts';
import type { PageContext } from '../page-context.ts';
import { sizeText, typeName } from './material-list.ts';

/** The pages of one material in their order, each with what it is. */
export function pageThumbs(
  ctx: PageContext,
  pages: readonly FilePage[],
  options: {
    readonly href: (page: FilePage) => string;
    readonly actions?: (index: number) => HtmlValue;
  },
): Html | undefined {
  if (pages.length === 0) return undefined;
  return html`<ol class="pages">${pages.map(
    (page, i) => html`<li class="page-thumb">
<a href="${options.href(page)}" target="_blank" rel="noopener">${picture(ctx, page, i, options)}</a>
<p class="page-facts"><strong>${ctx.t('upload.page', { n: i + 1 })}</strong>
<span>${factsOf(page)}</span><span class="page-ok">✓ ${ctx.t('upload.fits')}</span></p>
${options.actions?.(i)}</li>`,
  )}</ol>`;
}

function picture(
  ctx: PageContext,
  page: FilePage,
  i: number,
  options: { readonly href: (page: FilePage) => string },
): Html {
  const alt = ctx.t('upload.open-page', { n: i + 1 });
  if (!page.mediaType.startsWith('image/')) {
    return html`<span class="page-file" aria-label="${alt}" role="img">${typeName(
      page.mediaType,
    )}</span>`;
  }
  return html`<img src="${options.href(page)}" alt="${alt}" loading="lazy"
 width="120" height="160">`;
}

function factsOf(page: FilePage): string {
  const size = sizeText(page.bytes);
  if (page.width === undefined || page.height === undefined) return size;
  return `${page.width}×${page.height} · ${size}`;
}
