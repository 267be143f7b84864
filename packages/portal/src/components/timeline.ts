import type { TimelineEntry } from '@yichuang/contracts';
import { html, type Html, type HtmlValue } from '../html.ts';
import type { PageContext } from '../page-context.ts';
import { dayAndTime } from '../texts/dates.ts';

/** The story, newest first: what people come for is on top. */
export function timeline(
  ctx: PageContext,
  entries: readonly TimelineEntry[],
  documentLink?: (documentId: string) => HtmlValue,
): Html {
  const newestFirst = entries.toSorted((a, b) => b.seq - a.seq);
  return html`<ol class="story">${newestFirst.map(
    (entry) => html`<li class="story-${entry.tone}">
<p class="story-time"><time datetime="${entry.at}">${dayAndTime(ctx.t, entry.at)}</time></p>
<p class="story-text">${entry.text}</p>
<p class="story-by">${[entry.by, entry.role].filter(Boolean).join(' · ')}</p>
${entry.opinion !== undefined && html`<blockquote>${entry.opinion}</blockquote>`}
${entry.documentId !== undefined && documentLink?.(entry.documentId)}
</li>`,
  )}</ol>`;
}
