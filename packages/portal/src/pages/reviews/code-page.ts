import { errorSummary } from '../../components/error-summary.ts';
import { fieldId, textField } from '../../components/field.ts';
import { layout } from '../../components/layout.ts';
import { html, type Html } from '../../html.ts';
import type { PageContext } from '../../page-context.ts';

/** The code on a slip of paper, for who has no camera at hand. */
export function codePage(
  ctx: PageContext,
  form: { readonly code: string; readonly error?: string },
): Html {
  const { t } = ctx;
  const { code, error } = form;
  return layout(ctx, {
    title: t('review.code-title'),
    hasErrors: error !== undefined,
    main: html`
${error !== undefined && errorSummary(ctx, [{ target: fieldId('code'), text: error }])}
<h1>${t('review.code-title')}</h1>
<p>${t('review.code-lead')}</p>
<form action="/review" method="post" novalidate>
${textField(ctx, {
  name: 'code',
  label: t('review.code'),
  hint: t('review.code-hint'),
  value: code,
  error,
  autocomplete: 'off',
  maxLength: 20,
  width: 12,
})}
<button class="button" type="submit">${t('review.code-submit')}</button>
</form>
<p><a href="/reviews">${t('review.to-public')}</a></p>`,
  });
}
