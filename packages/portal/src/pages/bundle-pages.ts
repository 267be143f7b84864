import type { BundleInterview, BundleQuestionView, BundleSummary } from '@yichuang/contracts';
import {
  answerFields,
  askAgainPath,
  PUT,
  questionsPath,
  resultPath,
  withAnswers,
} from '../bundle-answers.ts';
import { asWritten } from '../components/as-written.ts';
import { breadcrumbs } from '../components/breadcrumbs.ts';
import { errorSummary } from '../components/error-summary.ts';
import { facts } from '../components/facts.ts';
import { fieldId } from '../components/field.ts';
import { hidden } from '../components/hidden-fields.ts';
import { layout } from '../components/layout.ts';
import { attribute, flag, html, type Html } from '../html.ts';
import type { PageContext } from '../page-context.ts';

/** All bundles: what people want to do, in their words. */
export function bundlesPage(ctx: PageContext, bundles: readonly BundleSummary[]): Html {
  const { t } = ctx;
  return layout(ctx, {
    title: t('bundles.title'),
    main: html`
${breadcrumbs(ctx, [])}
<h1>${t('bundles.title')}</h1>
<p class="lead">${t('bundles.lead')}</p>
${
  bundles.length === 0
    ? html`<p class="empty">${t('bundles.empty')}</p>`
    : html`<ul class="case-list">${bundles.map(
        (bundle) => html`<li class="case-row">
<h2 class="row-title"><a href="/bundles/${encodeURIComponent(bundle.id)}">${bundle.name}</a></h2>
<p>${bundle.summary}</p>
<p class="item-details"><span>${bundle.parts.join(t('list.separator'))}</span></p></li>`,
      )}</ul>`
}`,
  });
}

/** What it is, who takes part, what to have at hand; then the questions. */
export function bundlePage(ctx: PageContext, { bundle, total }: BundleInterview): Html {
  const { t } = ctx;
  return layout(ctx, {
    title: bundle.name,
    main: html`
${breadcrumbs(ctx, [{ href: '/bundles', label: t('bundles.title') }])}
<h1>${bundle.name}</h1>
<p class="lead">${bundle.summary}</p>
<section class="card" aria-label="${t('guide.at-a-glance')}">
${facts([
  { name: t('bundle.may-include'), value: bundle.parts.join(t('list.separator')) },
  {
    name: t('bundle.offices'),
    value: asWritten(ctx.locale, bundle.offices.join(t('list.separator'))),
  },
])}</section>
<p>${t('bundle.how', { n: total })}</p>
<form action="${questionsPath(bundle.id)}" method="get">
<div class="actions"><button class="button" type="submit">${t('bundle.start')}</button></div>
</form>
<p><a href="/items/${encodeURIComponent(bundle.itemCode)}">${t('bundle.guide')}</a></p>`,
  });
}

export interface QuestionData {
  readonly interview: BundleInterview;
  readonly question: BundleQuestionView;
  readonly draftId?: string | undefined;
  /** What was typed and is no answer. */
  readonly typed?: string;
  readonly error?: string;
}

/** One question a page. It is sent as an address, so that "back" goes back one question. */
export function questionPage(ctx: PageContext, data: QuestionData): Html {
  const { t } = ctx;
  const { interview, question, draftId, error } = data;
  const { bundle, answered } = interview;
  const problems = error === undefined ? [] : [{ target: fieldId(question.id), text: error }];
  const last = answered.at(-1);
  return layout(ctx, {
    title: `${question.text} · ${bundle.name}`,
    hasErrors: problems.length > 0,
    main: html`
${errorSummary(ctx, problems)}
<p class="over-title"><a href="/bundles/${encodeURIComponent(bundle.id)}">${bundle.name}</a></p>
<p class="steps-count">${t('bundle.count', { n: interview.place, total: interview.total })}</p>
<form action="${questionsPath(bundle.id)}" method="get" novalidate class="question">
${answerFields(answered, draftId)}
${hidden(PUT, question.id)}
${question.kind === 'number' ? numberQuestion(ctx, data) : choiceQuestion(ctx, data)}
<div class="actions"><button class="button" type="submit">${t('bundle.next')}</button>
${
  last !== undefined &&
  html`<a class="button-quiet" href="${askAgainPath(
    bundle.id,
    answered,
    last.question.id,
    draftId,
  )}">${t('bundle.back')}</a>`
}</div>
</form>`,
  });
}

function choiceQuestion(ctx: PageContext, { question, typed, error }: QuestionData): Html {
  const id = fieldId(question.id);
  const options = question.options ?? [
    { value: 'true', label: ctx.t('answer.true') },
    { value: 'false', label: ctx.t('answer.false') },
  ];
  return html`<fieldset id="${id}" tabindex="-1" class="field big-choices${
    error === undefined ? '' : ' field-bad'
  }"${describedBy(question, error)}>
<legend><h1>${question.text}</h1></legend>
${hintAndError(ctx, question, error)}
${options.map(
  ({ value, label }, i) => html`<div class="choice">
<input type="radio" id="${id}-${i}" name="${question.id}" value="${value}"${flag(
    'checked',
    value === typed,
  )}><label for="${id}-${i}">${label}</label></div>`,
)}</fieldset>`;
}

function numberQuestion(ctx: PageContext, { question, typed, error }: QuestionData): Html {
  const id = fieldId(question.id);
  return html`<div class="field${error === undefined ? '' : ' field-bad'}">
<h1><label for="${id}">${question.text}</label></h1>
${hintAndError(ctx, question, error)}
<span class="with-unit"><input id="${id}" name="${question.id}" type="text" value="${
    typed ?? ''
  }" inputmode="decimal" autocomplete="off" class="input width-8"${describedBy(
    question,
    error,
  )}><span class="unit">${question.unit}</span></span></div>`;
}

function hintAndError(
  ctx: PageContext,
  question: BundleQuestionView,
  error: string | undefined,
): Html {
  const id = fieldId(question.id);
  return html`${
    question.hint !== undefined && html`<p class="hint" id="${id}-hint">${question.hint}</p>`
  }${
    error !== undefined &&
    html`<p class="field-error" id="${id}-error"><span class="visually-hidden">${ctx.t(
      'error.word',
    )}</span> ${error}</p>`
  }`;
}

function describedBy(question: BundleQuestionView, error: string | undefined): Html {
  const id = fieldId(question.id);
  const ids = [
    ...(question.hint === undefined ? [] : [`${id}-hint`]),
    ...(error === undefined ? [] : [`${id}-error`]),
  ];
  return html`${ids.length > 0 && attribute('aria-describedby', ids.join(' '))}${
    error !== undefined && attribute('aria-invalid', 'true')
  }`;
}

/** The answers so far, each with its way back. */
export function answersGiven(
  ctx: PageContext,
  interview: BundleInterview,
  draftId: string | undefined,
): Html {
  const { t } = ctx;
  return facts(
    interview.answered.map(({ question, label }) => ({
      name: question.short,
      value: label,
      action: html`<a href="${askAgainPath(
        interview.bundle.id,
        interview.answered,
        question.id,
        draftId,
      )}">${t('filing.change')}<span class="visually-hidden">${question.short}</span></a>`,
    })),
  );
}

export function resultAddress(interview: BundleInterview, draftId: string | undefined): string {
  return withAnswers(resultPath(interview.bundle.id), interview.answered, draftId);
}
