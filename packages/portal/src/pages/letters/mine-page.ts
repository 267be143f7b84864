import { breadcrumbs } from '../../components/breadcrumbs.ts';
import { layout } from '../../components/layout.ts';
import { html, type Html } from '../../html.ts';
import type { PageContext } from '../../page-context.ts';
import { keyFields, trackProblems, type TrackForm } from '../track-page.ts';

/** One's own letter by number and password, without an account. */
export function minePage(ctx: PageContext, form: TrackForm): Html {
  const { t } = ctx;
  return layout(ctx, {
    title: t('mine.title'),
    hasErrors: (form.problems ?? []).length > 0,
    main: html`
${breadcrumbs(ctx, [{ href: '/letters', label: t('letters.title') }])}
${trackProblems(ctx, form)}
<h1>${t('mine.title')}</h1>
<p>${t('mine.lead')}</p>
<form action="/letters/mine" method="post" novalidate>
${keyFields(ctx, form, t('letter-receipt.number'))}
<button class="button" type="submit">${t('track.submit')}</button>
</form>
<p class="hint">${t('mine.logged-in')} <a href="/my">${t('nav.my')}</a></p>`,
  });
}
