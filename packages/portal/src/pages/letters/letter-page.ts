import { asWritten } from '../../components/as-written.ts';
import { breadcrumbs } from '../../components/breadcrumbs.ts';
import { clockList } from '../../components/clock-list.ts';
import { errorSummary } from '../../components/error-summary.ts';
import { facts } from '../../components/facts.ts';
import { fieldId } from '../../components/field.ts';
import { layout } from '../../components/layout.ts';
import { notice } from '../../components/notice.ts';
import { timeline } from '../../components/timeline.ts';
import { html, type Html } from '../../html.ts';
import type { PageContext } from '../../page-context.ts';
import { dayAndTime, longDay } from '../../texts/dates.ts';
import { answerCard } from './answer-card.ts';
import type { LetterPageData, RefusedAct } from './letter-page-data.ts';
import { sendersClocks } from './sender-clocks.ts';
import { confirmForm, noticeForm } from './sender-settings.ts';
import { followUpForm, lesserActs, messageForm, ratingForm, reviewForm } from './sender-forms.ts';

/** One sentence on top, by when and why, the answer in full, what I can do now, the story. */
export function letterPage(ctx: PageContext, data: LetterPageData): Html {
  const { t } = ctx;
  const { view, door, done, refused } = data;
  return layout(ctx, {
    title: view.title,
    hasErrors: refused !== undefined,
    main: html`
${breadcrumbs(ctx, door.crumbs)}
${errorSummary(ctx, refused === undefined ? [] : [summaryLine(refused)])}
${done !== undefined && notice('good', t(`mine.done.${done}`))}
<p class="over-title">${view.itemName} · <span class="code">${view.number}</span><br>
${view.title}</p>
<h1 class="headline">${asWritten(ctx.locale, view.headline)}</h1>
${clockList(ctx, sendersClocks(view.clocks), (clock) => door.why(clock))}
${answers(ctx, data)}
${confirmForm(ctx, data)}
${ratingForm(ctx, data)}
<div class="acts">${followUpForm(ctx, data)}
${reviewForm(ctx, data)}</div>
${reviewOf(ctx, data)}
${documents(ctx, data)}
${messages(ctx, data)}
${ownWords(ctx, data)}
<section aria-labelledby="story"><h2 id="story">${t('mine.story')}</h2>
${timeline(ctx, view.timeline)}</section>
${noticeForm(ctx, data)}
${lesserActs(ctx, data)}`,
  });
}

function summaryLine({ problem }: RefusedAct) {
  const { field, text } = problem;
  return field === undefined ? { text } : { target: fieldId(field), text };
}

function answers(ctx: PageContext, { view }: LetterPageData): Html | false {
  if (view.answers.length === 0) return false;
  const newest = view.answers.toSorted((a, b) => b.round - a.round);
  return html`<section aria-labelledby="answers"><h2 id="answers">${ctx.t('mine.answer')}</h2>
${newest.map((answer, i) => answerCard(ctx, answer, i === 0))}</section>`;
}

/** The other letter of a review: the one that it reviews, or the one that grew out of this. */
function reviewOf(ctx: PageContext, { view, door }: LetterPageData): Html | false {
  const { t } = ctx;
  const { about, review } = view;
  if (about === undefined && review === undefined) return false;
  return html`<p class="notice">${
    about !== undefined && html`${t('mine.about')} ${door.letter(about.caseId, about.number)} `
  }${
    review !== undefined &&
    html`${t('mine.review-asked', { time: dayAndTime(t, review.at) })} ${
      review.caseId !== undefined && door.letter(review.caseId, review.number ?? '')
    }`
  }</p>`;
}

function documents(ctx: PageContext, { view, door }: LetterPageData): Html | false {
  const issued = view.documents.filter(({ issuedAt }) => issuedAt !== undefined);
  if (issued.length === 0) return false;
  return html`<section class="no-print" aria-labelledby="documents"><h2 id="documents">${ctx.t(
    'mine.documents',
  )}</h2>
<ul class="documents">${issued
    .toReversed()
    .map(
      (document) =>
        html`<li>${door.document(document)} <span class="hint">${document.number}</span></li>`,
    )}</ul></section>`;
}

/** Only what goes to or comes from the sender is in the view. */
function messages(ctx: PageContext, data: LetterPageData): Html | false {
  const { t } = ctx;
  const { view } = data;
  const form = messageForm(ctx, data);
  if (view.messages.length === 0 && form === false) return false;
  return html`<section aria-labelledby="messages"><h2 id="messages">${t('mine.messages')}</h2>
<p class="hint">${t('mine.messages-hint')}</p>
${
  view.messages.length > 0 &&
  html`<ol class="thread">${view.messages.map(
    (each) => html`<li class="${each.from === 'sender' ? 'thread-own' : 'thread-other'}">
<p class="story-by">${each.from === 'sender' ? t('mine.me') : each.by}
<time datetime="${each.at}">${dayAndTime(t, each.at)}</time></p>
<p class="letter-text">${each.text}</p></li>`,
  )}</ol>`
}
${form}</section>`;
}

function ownWords(ctx: PageContext, { view, door }: LetterPageData): Html {
  const { t } = ctx;
  const place = [view.division, view.place].filter((part) => part !== undefined && part !== '');
  return html`<section aria-labelledby="own-words"><h2 id="own-words">${t('mine.own-words')}</h2>
<h3>${view.title}</h3>
<p class="letter-text">${view.body}</p>
${view.reopenings.map(
  (each) => html`<p class="hint">${t(`mine.reopened.${each.cause}`)} <time
 datetime="${each.at}">${dayAndTime(t, each.at)}</time></p><p class="letter-text">${each.text}</p>`,
)}
${facts([
  { name: t('letter-receipt.received'), value: longDay(t, view.receivedOn) },
  place.length > 0 && { name: t('write.where'), value: place.join(' ') },
  view.unit !== undefined && { name: t('mine.unit'), value: view.unit },
  view.isConfidential && { name: t('write.secrecy-word'), value: t('write.secrecy') },
  view.isPublic && {
    name: t('write.public-short'),
    value: html`<a href="/letters/${encodeURIComponent(view.number)}">${t(
      'mine.published-link',
    )}</a>`,
  },
  view.pages.length > 0 && {
    name: t('write.photos-short'),
    value: html`<ul class="plain-list">${view.pages.map(
      (page) => html`<li>${door.file(page, page.name)}</li>`,
    )}</ul>`,
  },
])}</section>`;
}
