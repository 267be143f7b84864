import { html, type HtmlValue } from '../html.ts';
import type { PageContext } from '../page-context.ts';

/** Before the title of every page and feed of a trial county; elsewhere nothing. */
export function trialPrefix({ t, isTrial }: PageContext): string {
  return isTrial === true ? t('trial.title-prefix') : '';
}

/** Above everything and never scrolled away, on paper too: nobody takes a trial for the county. */
export function trialBand({ t, isTrial }: PageContext): HtmlValue {
  if (isTrial !== true) return undefined;
  return html`<aside class="trial-band" aria-label="${t('trial.label')}">
<p><strong>${t('trial.name')}</strong> ${t('trial.band')}</p></aside>`;
}
