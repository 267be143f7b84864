import { html, type Html } from '../html.ts';

export interface BarRow {
  readonly name: string;
  readonly count: number;
  /** Where the number leads, if anywhere. */
  readonly href?: string | undefined;
}

/**
 * A table whose rows are drawn as well as told: the bar repeats the number and is therefore
 * nothing to a screen reader.
 */
export function barTable(
  rows: readonly BarRow[],
  of: { readonly caption: string; readonly name: string; readonly count: string },
): Html {
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return html`<table class="bar-table"><caption>${of.caption}</caption>
<thead class="visually-hidden"><tr><th scope="col">${of.name}</th><th scope="col">${
    of.count
  }</th></tr></thead>
<tbody>${rows.map(
    ({ name, count, href }) =>
      html`<tr><th scope="row">${
        href === undefined ? name : html`<a href="${href}">${name}</a>`
      }</th><td><span class="bar-cell">${bar(count / most)}<span
 class="number">${count.toLocaleString('en-US')}</span></span></td></tr>`,
  )}</tbody></table>`;
}

/** Drawn in a box of 100 units that the style sheet makes as wide as there is room. */
function bar(share: number): Html {
  const width = Math.max(share > 0 ? 1 : 0, Math.round(share * 100));
  return html`<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"
 focusable="false"><rect width="${width}" height="10"></rect></svg>`;
}
