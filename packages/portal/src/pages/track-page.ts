import type { ClockView, TrackingView } from '@yichuang/contracts';
import { breadcrumbs } from '../components/breadcrumbs.ts';
import { caseParts, partsSentence } from '../components/case-parts.ts';
import { clockList, clocksForApplicant } from '../components/clock-list.ts';
import { errorSummary, type PageProblem } from '../components/error-summary.ts';
import { fieldId, textField } from '../components/field.ts';
import { casePicture } from '../components/flow-picture.ts';
import { forecastLine } from '../components/forecast-line.ts';
import { hidden } from '../components/hidden-fields.ts';
import { layout } from '../components/layout.ts';
import { receiptForm } from '../components/receipt-form.ts';
import { reviewLink } from '../components/review-link.ts';
import { timeline } from '../components/timeline.ts';
import { html, type Html } from '../html.ts';
import type { PageContext } from '../page-context.ts';
import { handler } from './case-page.ts';

/** Number and query password: sent by POST always, so that no address or log ever holds them. */
export interface TrackingKey {
  readonly number: string;
  readonly password: string;
}

export interface TrackForm {
  readonly number: string;
  readonly problems?: readonly { readonly field?: 'number' | 'password'; readonly text: string }[];
}

export function trackPage(ctx: PageContext, form: TrackForm): Html {
  const { t } = ctx;
  return layout(ctx, {
    title: t('track.title'),
    hasErrors: (form.problems ?? []).length > 0,
    main: html`
${trackProblems(ctx, form)}
<h1>${t('track.title')}</h1>
<p>${t('track.lead')}</p>
<form action="/track" method="post" novalidate>
${keyFields(ctx, form)}
<button class="button" type="submit">${t('track.submit')}</button>
</form>
<p class="hint">${t('track.lost')} <a href="/my">${t('track.lost-link')}</a></p>`,
  });
}

export function trackProblems(ctx: PageContext, form: TrackForm): Html | undefined {
  const problems = (form.problems ?? []).map(({ field, text }): PageProblem =>
    field === undefined ? { text } : { target: fieldId(field), text },
  );
  return errorSummary(ctx, problems);
}

/** @param label of the number: a letter's is called otherwise than a case's */
export function keyFields(ctx: PageContext, form: TrackForm, label = ctx.t('track.number')): Html {
  const { t } = ctx;
  const errorOf = (name: string) => form.problems?.find(({ field }) => field === name)?.text;
  return html`${textField(ctx, {
    name: 'number',
    label,
    value: form.number,
    error: errorOf('number'),
    autocomplete: 'off',
    maxLength: 60,
    width: 20,
  })}
${textField(ctx, {
  name: 'password',
  label: t('track.password'),
  hint: t('track.password-hint'),
  value: '',
  error: errorOf('password'),
  autocomplete: 'off',
  maxLength: 40,
  width: 12,
})}`;
}

export function trackingPage(
  ctx: PageContext,
  view: TrackingView,
  key: TrackingKey,
  reviewToken?: string,
): Html {
  const { t } = ctx;
  const why = (
    clock: ClockView,
  ) => html`<form action="/track/why" method="post" class="inline-form">
${keyHidden(key)}${hidden('clockId', clock.clockId)}
<button class="button-link" type="submit">${t('clock.why')}</button></form>`;
  return layout(ctx, {
    title: view.headline,
    main: html`
${breadcrumbs(ctx, [{ href: '/track', label: t('track.title') }])}
<p class="over-title">${view.itemName} · <span class="code">${view.number}</span></p>
<h1 class="headline">${view.headline}</h1>
${view.parts !== undefined && html`<p class="lead">${partsSentence(ctx, view.parts)}</p>`}
${view.parts !== undefined && caseParts(ctx, view.parts)}
${reviewToken !== undefined && reviewLink(ctx, reviewToken)}
${handler(ctx, view.handler)}
${clockList(ctx, clocksForApplicant(view.clocks), why)}
<section aria-labelledby="progress"><h2 id="progress">${t('case.progress')}</h2>
${casePicture(ctx, view)}
${forecastLine(ctx, view.forecast)}</section>
<section aria-labelledby="story"><h2 id="story">${t('case.story')}</h2>
${timeline(ctx, view.timeline)}</section>
<section class="no-print" aria-labelledby="proof"><h2 id="proof">${t('track.proof')}</h2>
${receiptForm(ctx, key)}</section>`,
  });
}

function keyHidden({ number, password }: TrackingKey): Html {
  return html`${hidden('number', number)}${hidden('password', password)}`;
}
