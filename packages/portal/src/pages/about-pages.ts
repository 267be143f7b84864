import { layout } from '../components/layout.ts';
import { html, type Html } from '../html.ts';
import type { PageContext } from '../page-context.ts';

/** The accessibility statement: what holds, what does not yet, whom to tell. */
export function accessibilityPage(ctx: PageContext): Html {
  const { t } = ctx;
  return layout(ctx, {
    title: t('accessibility.title'),
    main: html`
<h1>${t('accessibility.title')}</h1>
<p>${t('accessibility.lead')}</p>
<ul class="conditions"><li>${t('accessibility.1')}</li><li>${t('accessibility.2')}</li>
<li>${t('accessibility.3')}</li><li>${t('accessibility.4')}</li>
<li>${t('accessibility.5')}</li></ul>
<h2>${t('accessibility.limits')}</h2><p>${t('accessibility.limits-text')}</p>
<h2>${t('accessibility.tell')}</h2>
<p>${t('accessibility.tell-text', { phone: ctx.county.phone })}</p>`,
  });
}

export function sourcePage(ctx: PageContext): Html {
  const { t } = ctx;
  return layout(ctx, {
    title: t('source.title'),
    main: html`
<h1>${t('source.title')}</h1>
<p>${t('source.text')}</p>
<ul class="plain-list"><li><a href="/api/openapi.json">${t('source.api')}</a></li>
<li><a href="/ledger">${t('footer.ledger')}</a></li></ul>`,
  });
}
