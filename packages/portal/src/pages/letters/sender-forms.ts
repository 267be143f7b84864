/** The forms of what the sender may do now, each absent where it may not be done. */
import { SATISFACTIONS } from '@yichuang/kernel/words';
import { radioField, textArea } from '../../components/field.ts';
import { hidden } from '../../components/hidden-fields.ts';
import { flag, html, type Html } from '../../html.ts';
import { wordsField, type LetterFormName, type SenderActName } from '../../letter-acts.ts';
import type { PageContext } from '../../page-context.ts';
import { longDay } from '../../texts/dates.ts';
import type { LetterPageData } from './letter-page-data.ts';

/** The sender's own judgement, once for each answer: the office and the person apart. */
export function ratingForm(ctx: PageContext, data: LetterPageData): Html | false {
  if (!mayDo(data, 'RateAnswer')) return false;
  const { t } = ctx;
  const grade = (name: 'office' | 'handler') =>
    radioField(ctx, {
      name,
      label: t(`mine.rate-${name}`),
      value: typed(data, 'RateAnswer', name),
      error: errorOf(data, name),
      options: SATISFACTIONS.map((value) => ({ value, label: t(`grade.${value}`) })),
    });
  return html`<section class="no-print" aria-labelledby="rate"><h2 id="rate">${t('mine.rate')}</h2>
<p class="hint">${t('mine.rate-hint')}</p>
${form(data, 'RateAnswer', [
  html`<div class="grades">${grade('office')}${grade('handler')}</div>`,
  words(ctx, data, 'RateAnswer', { label: t('mine.comment'), hint: t('mine.comment-hint') }),
  html`<button class="button" type="submit" data-once>${t('mine.rate-send')}</button>`,
])}</section>`;
}

export function followUpForm(ctx: PageContext, data: LetterPageData): Html | false {
  if (!mayDo(data, 'AskFollowUp')) return false;
  const { t } = ctx;
  return fold(data, {
    act: 'AskFollowUp',
    summary: t('mine.follow-up'),
    content: [
      html`<p>${t('mine.follow-up-hint', { n: data.view.followUpsLeft })}</p>`,
      words(ctx, data, 'AskFollowUp', { label: t('mine.question') }),
      html`<button class="button" type="submit" data-once>${t('mine.follow-up-send')}</button>`,
    ],
  });
}

/**
 * Who reviews, until when it can be asked for, and what it is for.
 *
 * @basis 信访工作条例 第三十五条: 信访人对信访处理意见不服的，可以自收到书面答复之日起30日内请求
 * 原办理机关、单位的上一级机关、单位复查。
 */
export function reviewForm(ctx: PageContext, data: LetterPageData): Html | false {
  if (!mayDo(data, 'RequestReview')) return false;
  const { t } = ctx;
  const { reviewBy, reviewUntil } = data.view;
  return fold(data, {
    act: 'RequestReview',
    summary: t('mine.review'),
    content: [
      html`<p>${t('mine.review-what')}</p>`,
      reviewBy !== undefined && html`<p>${t('mine.review-by', { unit: reviewBy })}</p>`,
      reviewUntil !== undefined &&
        html`<p><strong>${t('mine.review-until', { day: longDay(t, reviewUntil) })}</strong></p>`,
      words(ctx, data, 'RequestReview', { label: t('mine.review-reason') }),
      html`<button class="button" type="submit" data-once>${t('mine.review-send')}</button>`,
    ],
  });
}

export function messageForm(ctx: PageContext, data: LetterPageData): Html | false {
  if (!mayDo(data, 'SendLetterMessage')) return false;
  const { t } = ctx;
  const { unit } = data.view;
  const options = [
    { value: 'office', label: t('mine.to-office') },
    ...(unit === undefined ? [] : [{ value: 'handler', label: t('mine.to-handler', { unit }) }]),
  ];
  return fold(data, {
    act: 'SendLetterMessage',
    summary: t('mine.message'),
    content: [
      options.length > 1
        ? radioField(ctx, {
            name: 'to',
            label: t('mine.to'),
            value: typed(data, 'SendLetterMessage', 'to') || 'office',
            options,
          })
        : hidden('to', 'office'),
      words(ctx, data, 'SendLetterMessage', { label: t('mine.message-words') }),
      html`<button class="button" type="submit" data-once>${t('mine.message-send')}</button>`,
    ],
  });
}

/** What is rarely wanted stands last. */
export function lesserActs(ctx: PageContext, data: LetterPageData): Html | false {
  const [mayUrge, mayWithdraw] = [mayDo(data, 'UrgeCase'), mayDo(data, 'WithdrawCase')];
  if (!mayUrge && !mayWithdraw) return false;
  const { t } = ctx;
  return html`<section class="no-print" aria-labelledby="more"><h2 id="more">${t('case.more')}</h2>
${
  mayUrge &&
  form(data, 'UrgeCase', [
    html`<button class="button-quiet" type="submit" data-once>${t('case.urge')}</button>
<span class="hint">${t('case.urge-hint')}</span>`,
  ])
}
${
  mayWithdraw &&
  fold(data, {
    act: 'WithdrawCase',
    summary: t('mine.withdraw'),
    content: [
      html`<p>${t('mine.withdraw-text')}</p>`,
      words(ctx, data, 'WithdrawCase', { label: t('mine.withdraw-reason'), isOptional: true }),
      html`<button class="button button-danger" type="submit" data-once>${t(
        'mine.withdraw-send',
      )}</button>`,
    ],
  })
}</section>`;
}

function mayDo({ view }: LetterPageData, act: SenderActName): boolean {
  return view.allowed.includes(act);
}

/** Folded, so that a page of five forms is as calm as a page of one. */
export function fold(
  data: LetterPageData,
  of: { act: LetterFormName; summary: string; content: Parameters<typeof form>[2] },
): Html {
  const isOpen = data.refused?.act === of.act;
  return html`<details class="act no-print"${flag('open', isOpen)}><summary>${of.summary}</summary>
${form(data, of.act, of.content)}</details>`;
}

export function form(
  { door, key }: LetterPageData,
  act: LetterFormName,
  content: readonly (Html | false)[],
): Html {
  return html`<form action="${door.act}" method="post" novalidate>${door.fields}
${hidden('act', act)}${hidden('key', `${key}-${act}`)}${content}</form>`;
}

function words(
  ctx: PageContext,
  data: LetterPageData,
  act: SenderActName,
  of: { readonly label: string; readonly hint?: string; readonly isOptional?: boolean },
): Html {
  const name = wordsField[act];
  return textArea(ctx, {
    ...of,
    name,
    value: typed(data, act, name),
    error: errorOf(data, name),
    maxLength: 4000,
  });
}

function typed({ refused }: LetterPageData, act: SenderActName, name: string): string {
  return refused?.act === act ? (refused.typed[name] ?? '') : '';
}

export function errorOf({ refused }: LetterPageData, name: string): string | undefined {
  return refused?.problem.field === name ? refused.problem.text : undefined;
}
