import type { PublishedLetter } from '@yichuang/contracts';
import { breadcrumbs } from '../../components/breadcrumbs.ts';
import { errorSummary } from '../../components/error-summary.ts';
import { fieldId, textArea } from '../../components/field.ts';
import { layout } from '../../components/layout.ts';
import { letterStanding } from '../../components/letter-standing.ts';
import { notice } from '../../components/notice.ts';
import { attribute, html, type Html } from '../../html.ts';
import type { PageContext } from '../../page-context.ts';
import { dayAndTime, longDay, plainDay } from '../../texts/dates.ts';

export interface PublishedLetterData {
  readonly letter: PublishedLetter;
  readonly isCommentSent?: boolean;
  readonly comment?: { readonly text: string; readonly error: string };
}

/** A letter as a person has checked it for the public, with its course and answers. */
export function publishedLetterPage(ctx: PageContext, data: PublishedLetterData): Html {
  const { t } = ctx;
  const { letter, comment } = data;
  const path = `/letters/${encodeURIComponent(letter.number)}`;
  return layout(ctx, {
    title: letter.title,
    hasErrors: comment !== undefined,
    main: html`
${breadcrumbs(ctx, [{ href: '/letters', label: t('letters.title') }])}
${errorSummary(
  ctx,
  comment === undefined ? [] : [{ target: fieldId('comment'), text: comment.error }],
)}
${data.isCommentSent === true && notice('good', t('letters.comment-sent'))}
<p class="over-title">${t(`letter.kind.${letter.kind}`)} · <span class="code">${
      letter.number
    }</span></p>
<h1>${letter.title}</h1>
<p class="letter-standing">${letterStanding(ctx, letter)}</p>
<p class="item-details">${letter.unit !== undefined && html`<span>${letter.unit}</span>`}
${letter.division !== undefined && html`<span>${letter.division}</span>`}
<span>${t('letters.received', { day: plainDay(t, letter.receivedOn) })}</span></p>
<section aria-labelledby="letter"><h2 id="letter">${t('letters.letter')}</h2>
<p class="letter-text">${letter.body}</p></section>
${voices(ctx, letter, path)}
${answers(ctx, letter)}
${course(ctx, letter)}
${comments(ctx, data, path)}
<p class="hint">${t('letters.masked')}</p>`,
  });
}

function answers(ctx: PageContext, letter: PublishedLetter): Html {
  const { t } = ctx;
  return html`<section aria-labelledby="answers"><h2 id="answers">${t('mine.answer')}</h2>
${
  letter.answers.length === 0
    ? html`<p>${
        letter.dueOn === undefined
          ? t('letters.no-answer')
          : t('letters.answer-by', { day: longDay(t, letter.dueOn) })
      }</p>`
    : letter.answers.map(
        (answer) => html`<article class="answer-card"><header><h3>${answer.unit}</h3>
<p class="hint"><time datetime="${answer.answeredOn}">${longDay(t, answer.answeredOn)}</time> ${
          answer.round > 1 && t('mine.round', { n: answer.round })
        }</p></header><p class="letter-text">${answer.text}</p></article>`,
      )
}</section>`;
}

/** Pressed again it is taken back; the number says how many others have. */
function voices(ctx: PageContext, letter: PublishedLetter, path: string): Html {
  const { t } = ctx;
  const button = (kind: 'like' | 'me-too', n: number, isSaid: boolean) => html`<button
 class="button-quiet" type="submit" name="kind" value="${kind}"${attribute(
   'aria-pressed',
   isSaid ? 'true' : 'false',
 )}>${t(`letters.voice.${kind}`)} <span class="count-plain">${n}</span></button>`;
  return html`<form action="${path}/voice" method="post" class="voices no-print">
${button('me-too', letter.meToos, letter.hasSaidMeToo)}
${button('like', letter.likes, letter.hasLiked)}
${ctx.session === undefined && html`<span class="hint">${t('letters.voice-login')}</span>`}</form>`;
}

function course(ctx: PageContext, { course: entries }: PublishedLetter): Html | false {
  if (entries.length === 0) return false;
  const { t } = ctx;
  const newestFirst = entries.toSorted((a, b) => (a.at < b.at ? 1 : -1));
  return html`<section aria-labelledby="course"><h2 id="course">${t('mine.story')}</h2>
<ol class="story">${newestFirst.map(
    (entry) =>
      html`<li><p class="story-time"><time datetime="${entry.at}">${dayAndTime(
        t,
        entry.at,
      )}</time></p><p class="story-text">${entry.text}</p></li>`,
  )}</ol></section>`;
}

function comments(ctx: PageContext, { letter, comment }: PublishedLetterData, path: string): Html {
  const { t } = ctx;
  return html`<section aria-labelledby="comments"><h2 id="comments">${t('letters.comments')}</h2>
${
  letter.comments.length === 0
    ? html`<p class="hint">${t('letters.comments-none')}</p>`
    : html`<ol class="thread">${letter.comments.map(
        (each) => html`<li class="thread-other"><p class="story-by">${each.by} <time
 datetime="${each.at}">${dayAndTime(t, each.at)}</time></p>
<p class="letter-text">${each.text}</p></li>`,
      )}</ol>`
}
<details class="act no-print"${attribute('open', comment === undefined ? undefined : '')}>
<summary>${t('letters.comment')}</summary>
<form action="${path}/comments" method="post" novalidate>
${textArea(ctx, {
  name: 'comment',
  label: t('letters.comment-words'),
  hint: t('letters.comment-hint'),
  value: comment?.text ?? '',
  error: comment?.error,
  maxLength: 500,
  rows: 3,
})}
<button class="button" type="submit" data-once>${t('letters.comment-send')}</button>
</form></details>
</section>`;
}
