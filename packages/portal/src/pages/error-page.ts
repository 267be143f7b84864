import { layout } from '../components/layout.ts';
import { html, type Html } from '../html.ts';
import type { PageContext } from '../page-context.ts';

/** Never "system error": what is the matter, why, and what to do now. */
export interface ErrorFacts {
  readonly status: number;
  readonly text?: string | undefined;
  readonly nextStep?: string | undefined;
  readonly incidentId?: string | undefined;
  readonly retryAfterSeconds?: number | undefined;
  /** A form was sent, which a link would not send again. */
  readonly isForm?: boolean;
}

type ErrorKind = '403' | '404' | '409' | '413' | '429' | '500' | '503' | 'other';

export function errorPage(ctx: PageContext, facts: ErrorFacts): Html {
  const { t } = ctx;
  const kind = kindOf(facts.status);
  const title = t(`error.${kind}.title`);
  // Its own address, whatever is in it: an empty one is never written down.
  const canAgain = kind === '503' && facts.isForm !== true;
  return layout(ctx, {
    title,
    main: html`
<h1>${title}</h1>
<p class="lead">${facts.text || t(`error.${kind}.text`)}</p>
<p>${facts.nextStep || t(`error.${kind}.next`)}</p>
${kind === '503' && facts.isForm === true && html`<p><strong>${t('error.503.form')}</strong></p>`}
${
  facts.retryAfterSeconds !== undefined &&
  html`<p><strong>${t('error.retry', {
    n: Math.max(1, Math.ceil(facts.retryAfterSeconds / 60)),
  })}</strong></p>`
}
${
  facts.incidentId !== undefined &&
  html`<p>${t('error.incident')} <strong class="code">${facts.incidentId}</strong></p>`
}
<div class="actions">${
      canAgain
        ? html`<a class="button" href="">${t('error.again')}</a>
<a class="button-quiet" href="/">${t('error.home')}</a>`
        : html`<a class="button" href="/">${t('error.home')}</a>`
    }
<a class="button-quiet" href="/items">${t('error.search')}</a></div>
<p class="hint">${t('error.call', { phone: ctx.county.phone })}</p>`,
  });
}

function kindOf(status: number): ErrorKind {
  switch (status) {
    case 403:
    case 404:
    case 409:
    case 413:
    case 429:
    case 500:
    case 503:
      return String(status) as ErrorKind;
    default:
      return status >= 500 ? '500' : 'other';
  }
}
