import type { FilePage } from '@yichuang/kernel/case';
import { html, type Html, type HtmlValue } from '../html.ts';
import type { PageContext } from '../page-context.ts';
import { sizeText, typeName } from './material-list.ts';

/** The pages of one material in their order, each with what it is. */
export function pageThumbs(
  ctx: PageContext,
  pages: readonly FilePage[],
  options: {
    /** Absent where a page cannot be opened again (a letter's, before it is sent). */
    readonly href?: (page: FilePage) => string;
    readonly actions?: (index: number) => HtmlValue;
  },
): Html | undefined {
  if (pages.length === 0) return undefined;
  return html`<ol class="pages">${pages.map(
    (page, i) => html`<li class="page-thumb">
${preview(ctx, page, i, options.href)}
<p class="page-facts"><strong>${ctx.t('upload.page', { n: i + 1 })}</strong>
<span>${factsOf(page)}</span><span class="page-ok">✓ ${ctx.t('upload.fits')}</span></p>
${options.actions?.(i)}</li>`,
  )}</ol>`;
}

function preview(
  ctx: PageContext,
  page: FilePage,
  i: number,
  href: ((page: FilePage) => string) | undefined,
): Html {
  if (href === undefined) return html`<span class="page-file">${page.name}</span>`;
  const address = href(page);
  return html`<a href="${address}" target="_blank" rel="noopener">${picture(
    ctx,
    page,
    i,
    address,
  )}</a>`;
}

function picture(ctx: PageContext, page: FilePage, i: number, address: string): Html {
  const alt = ctx.t('upload.open-page', { n: i + 1 });
  if (!page.mediaType.startsWith('image/')) {
    return html`<span class="page-file" aria-label="${alt}" role="img">${typeName(
      page.mediaType,
    )}</span>`;
  }
  return html`<img src="${address}" alt="${alt}" loading="lazy"
 width="120" height="160">`;
}

function factsOf(page: FilePage): string {
  const size = sizeText(page.bytes);
  if (page.width === undefined || page.height === undefined) return size;
  return `${page.width}×${page.height} · ${size}`;
}
