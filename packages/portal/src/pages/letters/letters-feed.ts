import type { PublishedRow } from '@yichuang/contracts';
import { trialPrefix } from '../../components/trial-mark.ts';
import { html, raw, type Html } from '../../html.ts';
import { countyName, type PageContext } from '../../page-context.ts';

/**
 * Newly published letters for feed readers (RFC 4287). Links are relative to the feed's own
 * address by RFC 3986, so that no header of a request decides where they lead.
 */
export function lettersFeed(ctx: PageContext, rows: readonly PublishedRow[]): Html {
  const { t } = ctx;
  const county = countyName(ctx);
  return html`${raw('<?xml version="1.0" encoding="utf-8"?>')}
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${ctx.locale}">
<title>${trialPrefix(ctx)}${t('letters.feed-title', { county })}</title>
<id>urn:yichuang:letters</id>
<updated>${rows.map(updatedOf).toSorted().at(-1) ?? ctx.now}</updated>
<author><name>${county}</name></author>
<link rel="self" href="/letters/feed.xml"/>
<link rel="alternate" type="text/html" href="/letters"/>
${rows.map(
  (row) => html`<entry><title>${row.title}</title>
<id>urn:yichuang:letter:${encodeURIComponent(row.number)}</id>
<link rel="alternate" type="text/html" href="/letters/${encodeURIComponent(row.number)}"/>
<updated>${updatedOf(row)}</updated>
<category term="${row.kind}" label="${t(`letter.kind.${row.kind}`)}"/>
<summary>${[row.unit, row.division, standing(ctx, row)]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ')}</summary></entry>`,
)}</feed>`;
}

/** Days are Shanghai's: its midnight, as an instant with offset. */
function updatedOf({ receivedOn, answeredOn }: PublishedRow): string {
  return `${answeredOn ?? receivedOn}T00:00:00+08:00`;
}

function standing({ t }: PageContext, row: PublishedRow): string {
  return t(row.answeredOn === undefined ? 'letters.state.open' : 'letters.state.answered');
}
