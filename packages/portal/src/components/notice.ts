import { html, type Html, type HtmlValue } from '../html.ts';

/** A quiet line that says what happened or what to know. */
export function notice(tone: 'plain' | 'good' | 'attention' | 'bad', content: HtmlValue): Html {
  return html`<div class="notice notice-${tone}" role="status">${content}</div>`;
}
