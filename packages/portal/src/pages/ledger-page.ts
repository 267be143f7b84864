import type { LedgerRoot } from '@yichuang/contracts';
import { breadcrumbs } from '../components/breadcrumbs.ts';
import { layout } from '../components/layout.ts';
import { html, type Html } from '../html.ts';
import type { PageContext } from '../page-context.ts';
import { fullTime, plainDay } from '../texts/dates.ts';
import { keyFields, trackProblems, type TrackForm } from './track-page.ts';

export function ledgerPage(ctx: PageContext, roots: readonly LedgerRoot[]): Html {
  const { t } = ctx;
  return layout(ctx, {
    title: t('ledger.title'),
    isWide: true,
    main: html`
<h1>${t('ledger.title')}</h1>
<div class="text-column"><p class="lead">${t('ledger.lead')}</p>
<ol class="conditions"><li>${t('ledger.how-1')}</li><li>${t('ledger.how-2')}</li>
<li>${t('ledger.how-3')}</li></ol>
<p class="actions"><a class="button" href="/ledger/verify">${t('ledger.verify-link')}</a>
<a class="button-quiet" href="/ledger/receipt">${t('ledger.get-receipt')}</a></p></div>
<h2>${t('ledger.roots')}</h2>
${
  roots.length === 0
    ? html`<div class="empty"><p>${t('ledger.roots-none')}</p></div>`
    : html`<div class="table-scroll" tabindex="0" role="region" aria-label="${t('ledger.roots')}">
<table class="table"><thead><tr><th scope="col">${t('ledger.day')}</th>
<th scope="col">${t('ledger.size')}</th><th scope="col">${t('ledger.root')}</th>
<th scope="col">${t('ledger.published')}</th></tr></thead>
<tbody>${roots.map(
        (each) => html`<tr><th scope="row"><time datetime="${each.day}">${plainDay(
          t,
          each.day,
        )}</time></th>
<td class="number">${each.size}</td><td><code class="hash">${each.root}</code></td>
<td>${fullTime(t, each.publishedAt)}</td></tr>`,
      )}</tbody></table></div>`
}`,
  });
}

export function ledgerReceiptPage(ctx: PageContext, form: TrackForm): Html {
  const { t } = ctx;
  return layout(ctx, {
    title: t('ledger.get-receipt'),
    hasErrors: (form.problems ?? []).length > 0,
    main: html`
${breadcrumbs(ctx, [{ href: '/ledger', label: t('ledger.title') }])}
${trackProblems(ctx, form)}
<h1>${t('ledger.get-receipt')}</h1>
<p>${t('receipt.proof-hint')}</p>
<form action="/ledger/receipt" method="post" novalidate>
${keyFields(ctx, form)}
<button class="button" type="submit">${t('ledger.download')}</button></form>`,
  });
}

/** What the script says; the page gives it the words, so that it speaks the page's language. */
const verdicts = [
  'anchored',
  'published',
  'not-yet',
  'malformed',
  'hash',
  'inclusion',
  'root',
  'event',
] as const;

/**
 * Checks a receipt in the reader's own browser. The known roots travel with the page, so that it
 * works with the network off once it is loaded.
 */
export function verifyPage(ctx: PageContext, roots: readonly LedgerRoot[]): Html {
  const { t } = ctx;
  const texts = Object.fromEntries(
    verdicts.map((name) => [name, t(`verify.${name}`, { day: '{day}' })]),
  );
  const known = Object.fromEntries(roots.map(({ day, root }) => [day, root]));
  return layout(ctx, {
    title: t('verify.title'),
    scripts: ['verify-page.js'],
    main: html`
${breadcrumbs(ctx, [{ href: '/ledger', label: t('ledger.title') }])}
<h1>${t('verify.title')}</h1>
<p class="lead">${t('verify.lead')}</p>
<noscript><div class="notice notice-attention">${t('verify.no-script')}
<code>yichuang ledger verify --receipt FILE</code></div></noscript>
<div id="verify" data-texts="${JSON.stringify(texts)}" data-roots="${JSON.stringify(known)}">
<div class="field"><label for="receipt">${t('verify.choose')}</label>
<p class="hint" id="receipt-hint">${t('verify.choose-hint')}</p>
<input class="file-input" type="file" id="receipt" accept="application/json,.json"
 aria-describedby="receipt-hint"></div>
<div id="verdict" role="status" aria-live="polite"></div></div>
<h2>${t('verify.what')}</h2>
<p>${t('verify.what-text')}</p>`,
  });
}
