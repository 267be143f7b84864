import type { ItemDefinition } from '@yichuang/kernel/case';
import { breadcrumbs } from '../components/breadcrumbs.ts';
import { layout } from '../components/layout.ts';
import { asksForApplicant } from '../filing.ts';
import { html, type Html } from '../html.ts';
import type { PageContext } from '../page-context.ts';
import { localName } from '../texts/translate.ts';

/** Between log-in and draft: what it will take. A GET must not create anything. */
export function applyPage(ctx: PageContext, item: ItemDefinition): Html {
  const { t } = ctx;
  const name = localName(ctx.locale, item);
  const path = `/items/${encodeURIComponent(item.code)}`;
  // What only some must bring (an agent's power of attorney) is asked for when the form says so.
  const asked = item.materials.filter(
    ({ heldAs, when }) => heldAs === undefined && when === undefined,
  );
  return layout(ctx, {
    title: t('apply.title', { item: name }),
    main: html`
${breadcrumbs(ctx, [{ href: path, label: name }])}
<h1>${t('apply.title', { item: name })}</h1>
<ul class="conditions">
${asksForApplicant(item) && html`<li>${t('apply.enterprise')}</li>`}
<li>${t('apply.materials', { n: asked.length })} <a href="${path}#materials">${t(
      'apply.materials-link',
    )}</a></li>
<li>${t('apply.saved')}</li>
<li>${t('apply.law')}</li></ul>
<form action="${path}/apply" method="post"><button class="button" type="submit">${t(
      'apply.start',
    )}</button></form>`,
  });
}
