import type { LedgerHead, LedgerRoot } from '@yichuang/contracts';
import { trialPrefix } from '../components/trial-mark.ts';
import { html, raw, type Html } from '../html.ts';
import { countyName, type PageContext } from '../page-context.ts';
import { plainDay } from '../texts/dates.ts';

/**
 * The published roots for feed readers (RFC 4287), so that copies of them lie on machines that
 * nobody here can reach. Roots stand in categories, where programs find them: the kernel reads them
 * from a saved feed. Links are relative, so that no header of a request decides where they lead.
 */
export function ledgerFeed(
  ctx: PageContext,
  roots: readonly LedgerRoot[],
  heads: readonly LedgerHead[],
): Html {
  const { t } = ctx;
  const county = countyName(ctx);
  const ofDay = new Map(heads.map((head) => [head.day, head]));
  return html`${raw('<?xml version="1.0" encoding="utf-8"?>')}
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${ctx.locale}">
<title>${trialPrefix(ctx)}${t('ledger.feed-title', { county })}</title>
<id>urn:yichuang:ledger</id>
<updated>${roots[0]?.publishedAt ?? ctx.now}</updated>
<author><name>${county}</name></author>
<link rel="self" href="/ledger/feed.xml"/>
<link rel="alternate" type="text/html" href="/ledger"/>
${roots.map((root) => entry(ctx, root, ofDay.get(root.day)))}</feed>
`;
}

function entry({ t }: PageContext, each: LedgerRoot, head: LedgerHead | undefined): Html {
  const { day, size: n, root, publishedAt } = each;
  const summary = t('ledger.feed-summary', {
    n,
    root,
    size: head?.size ?? 0,
    head: head?.root ?? '',
  });
  return html`<entry><title>${t('ledger.feed-entry', { day: plainDay(t, day) })}</title>
<id>urn:yichuang:ledger:${head?.tenantId ?? 'county'}:${day}</id>
<link rel="alternate" type="text/html" href="/ledger?day=${day}"/>
<updated>${publishedAt}</updated>
<category scheme="urn:yichuang:ledger:root" term="${root}"/>
${head && html`<category scheme="urn:yichuang:ledger:head" term="${head.size}:${head.root}"/>`}
<summary>${summary}</summary></entry>
`;
}
