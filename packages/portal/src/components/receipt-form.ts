import { html, type Html } from '../html.ts';
import type { PageContext } from '../page-context.ts';
import { hidden } from './hidden-fields.ts';

/**
 * The ledger receipt for whoever holds number and query password: as a file, or inside the page
 * that checks it. By POST, so that no address holds the password.
 */
export function receiptForm(
  { t }: PageContext,
  { number, password }: { readonly number: string; readonly password: string },
): Html {
  return html`<form action="/ledger/receipt" method="post" class="inline-form no-print">
${hidden('number', number)}${hidden('password', password)}
<button class="button-quiet" type="submit">${t('receipt.proof')}</button>
<button class="button-quiet" type="submit" name="as" value="page">${t(
    'ledger.download-page',
  )}</button></form>
<p class="hint no-print">${t('receipt.proof-hint')}
<a href="/ledger/verify">${t('ledger.verify-link')}</a></p>`;
}
