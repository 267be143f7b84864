import type { ReviewForm, ReviewReason } from '@yichuang/contracts';
import { errorSummary } from '../../components/error-summary.ts';
import { fieldId, textArea, textField } from '../../components/field.ts';
import { hidden } from '../../components/hidden-fields.ts';
import { layout } from '../../components/layout.ts';
import { levelFace } from '../../components/level-face.ts';
import { levelWord } from '../../components/level-word.ts';
import { flag, html, type Html, type HtmlValue } from '../../html.ts';
import type { PageContext } from '../../page-context.ts';
import type { ReviewDraft } from '../../review-draft.ts';
import { longDay } from '../../texts/dates.ts';

export const levels = [1, 2, 3, 4, 5] as const;
const firstBad = 4;

export interface ReviewPageData {
  readonly token: string;
  readonly form: ReviewForm;
  readonly draft: ReviewDraft;
  readonly problems?: readonly { readonly field?: string; readonly text: string }[];
}

/** One question that has to be answered, and nothing chosen before; everything else may stay. */
export function reviewPage(ctx: PageContext, data: ReviewPageData): Html {
  const { t } = ctx;
  const { token, form, draft, problems = [] } = data;
  const title = t(form.round === 2 ? 'review.title-again' : 'review.title');
  const errorOf = (name: string) => problems.find(({ field }) => field === name)?.text;
  return layout(ctx, {
    title,
    hasSearch: false,
    hasErrors: problems.length > 0,
    main: html`
${errorSummary(
  ctx,
  problems.map(({ field, text }) =>
    field === undefined ? { text } : { target: fieldId(field), text },
  ),
)}
<p class="over-title">${serviceLine(ctx, form)}</p>
<h1>${title}</h1>
${form.reply !== undefined && firstReply(ctx, form)}
<form action="/review/${token}" method="post" class="review-form" novalidate>
${hidden('via', draft.via)}
${levelChoices(ctx, draft, errorOf('level'))}
${reasonGroups(ctx, form.reasons, draft)}
${textArea(ctx, {
  name: 'comment',
  label: t('review.comment'),
  hint: t('review.comment-hint'),
  value: draft.comment,
  isOptional: true,
  maxLength: 500,
  rows: 4,
})}
${named(ctx, form, draft, errorOf('phone'))}
<button class="button" type="submit">${t('review.submit')}</button>
<p class="hint">${t('review.voluntary')}</p>
</form>`,
  });
}

function serviceLine(ctx: PageContext, form: ReviewForm): string {
  const parts = [form.itemName, form.orgName, longDay(ctx.t, form.servedOn)];
  return parts.filter((part) => part !== undefined).join(' · ');
}

function firstReply({ t }: PageContext, { reply, firstLevel }: ReviewForm): Html {
  return html`<section class="quoted" aria-labelledby="reply"><h2 id="reply">${t(
    'review.reply',
  )}</h2>
<blockquote><p>${reply}</p></blockquote>
${
  firstLevel !== undefined &&
  html`<p class="hint">${t('review.first', { level: levelWord(t, firstLevel) })}</p>`
}</section>`;
}

function levelChoices(ctx: PageContext, draft: ReviewDraft, error: string | undefined): Html {
  const { t } = ctx;
  const id = fieldId('level');
  return html`<fieldset class="field levels${error === undefined ? '' : ' field-bad'}" id="${id}"
 tabindex="-1"${error !== undefined && html` aria-describedby="${id}-error"`}>
<legend class="visually-hidden">${t('review.level')}</legend>
${
  error !== undefined &&
  html`<p class="field-error" id="${id}-error">
<span class="visually-hidden">${t('error.word')}</span>
${error}</p>`
}
${levels.map(
  (level) => html`<div class="level level-${level}">
<input type="radio" id="${id}-${level}" name="level" value="${level}"${flag(
    'checked',
    draft.level === level,
  )}><label for="${id}-${level}">${levelFace(level)}
<span>${levelWord(t, level)}</span></label></div>`,
)}
</fieldset>`;
}

/** Both groups are there; the style sheet shows the one that goes with the level. */
function reasonGroups(
  ctx: PageContext,
  reasons: readonly ReviewReason[],
  draft: ReviewDraft,
): HtmlValue {
  const { t } = ctx;
  const isOf = (isBad: boolean) => (reason: ReviewReason) =>
    reason.levels.some((level) => level >= firstBad === isBad);
  const group = (isBad: boolean) => {
    const offered = reasons.filter(isOf(isBad));
    if (offered.length === 0) return false;
    return html`<fieldset class="field reasons ${isBad ? 'reasons-bad' : 'reasons-good'}">
<legend>${t(isBad ? 'review.reasons-bad' : 'review.reasons-good')} <span class="optional">${t(
      'field.optional',
    )}</span></legend>
<div class="reason-chips">${offered.map(
      ({ code, name }) => html`<div class="reason">
<input type="checkbox" id="reason-${code}" name="reason" value="${code}"${flag(
        'checked',
        draft.reasons.includes(code),
      )}><label for="reason-${code}">${name}</label></div>`,
    )}</div></fieldset>`;
  };
  return [group(false), group(true)];
}

function named(
  ctx: PageContext,
  form: ReviewForm,
  draft: ReviewDraft,
  phoneError: string | undefined,
): Html {
  const { t } = ctx;
  return html`<fieldset class="field named"><legend>${t('review.named')} <span class="optional">${t(
    'field.optional',
  )}</span></legend>
<div class="choice"><input type="checkbox" id="f-named" name="named" value="yes"
 aria-describedby="f-named-hint"${flag('checked', draft.isNamed)}><div>
<label for="f-named">${t('review.named-yes')}</label>
<p class="hint" id="f-named-hint">${t('review.named-hint')}</p></div></div>
${
  !form.isKnown &&
  html`<div class="named-more">${textField(ctx, {
    name: 'name',
    label: t('review.name'),
    value: draft.name,
    isOptional: true,
    autocomplete: 'name',
    maxLength: 40,
    width: 12,
  })}
${textField(ctx, {
  name: 'phone',
  label: t('review.phone'),
  value: draft.phone,
  error: phoneError,
  type: 'tel',
  inputMode: 'tel',
  autocomplete: 'tel',
  maxLength: 20,
  width: 12,
})}</div>`
}</fieldset>`;
}
