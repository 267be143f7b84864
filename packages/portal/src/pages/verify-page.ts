import type { LedgerHead, LedgerRoot } from '@yichuang/contracts';
import { breadcrumbs } from '../components/breadcrumbs.ts';
import { layout } from '../components/layout.ts';
import { checkerForm } from '../checker/checker-form.ts';
import { whatItProves } from '../checker/saved-checker.ts';
import { html, type Html } from '../html.ts';
import type { PageContext } from '../page-context.ts';

/**
 * Checks a receipt in the reader's own browser. The roots that the site lists travel with the page,
 * so that it works with the network off once it is loaded; a root from elsewhere proves more.
 */
export function verifyPage(
  ctx: PageContext,
  roots: readonly LedgerRoot[],
  heads: readonly LedgerHead[],
): Html {
  const { t } = ctx;
  const site = {
    days: Object.fromEntries(roots.map(({ day, root }) => [day, root])),
    heads: Object.fromEntries(heads.map(({ size, root }) => [size, root])),
  };
  return layout(ctx, {
    title: t('verify.title'),
    scripts: ['verify-page.js'],
    main: html`
${breadcrumbs(ctx, [{ href: '/ledger', label: t('ledger.title') }])}
<h1>${t('verify.title')}</h1>
<p class="lead">${t('verify.lead')}</p>
<noscript><div class="notice notice-attention">${t('verify.no-script')}
<code>yichuang ledger verify --receipt FILE</code></div></noscript>
${checkerForm(ctx, { site })}
<p class="actions"><a class="button-quiet" href="/ledger/checker.html" download>${t(
      'verify.save',
    )}</a></p>
<p class="hint">${t('verify.save-hint')}</p>
${whatItProves(ctx)}`,
  });
}
