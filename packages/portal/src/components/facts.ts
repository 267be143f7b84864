import { html, type Html, type HtmlValue } from '../html.ts';

export interface Fact {
  readonly name: string;
  readonly value: HtmlValue;
  readonly action?: HtmlValue;
}

/** Names and values, as on a form that has been filled in. */
export function facts(rows: readonly (Fact | undefined | false)[]): Html {
  return html`<dl class="facts">${rows.map(
    (row) =>
      row !== undefined &&
      row !== false &&
      html`<div><dt>${row.name}</dt><dd>${row.value}</dd>${
        row.action !== undefined && html`<dd class="facts-action">${row.action}</dd>`
      }</div>`,
  )}</dl>`;
}
