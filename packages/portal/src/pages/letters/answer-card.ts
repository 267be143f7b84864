import type { AnswerView } from '@yichuang/contracts';
import { html, type Html } from '../../html.ts';
import type { PageContext } from '../../page-context.ts';
import { longDay } from '../../texts/dates.ts';
import { basisText } from '../item-page.ts';

/** An answer in full: thanks, what was found, what follows, on what law, and who to call. */
export function answerCard(ctx: PageContext, answer: AnswerView, isLatest: boolean): Html {
  const { t } = ctx;
  const { round, answeredOn, outcome, facts, basis, rating } = answer;
  return html`<article class="answer-card" id="answer-${round}">
<header><h3>${answer.unit}${' '}${
    outcome !== undefined && html`<span class="tag">${t(`letter.result.${outcome}`)}</span>`
  }</h3>
<p class="hint">${
    answeredOn !== undefined &&
    html`<time datetime="${answeredOn}">${longDay(t, answeredOn)}</time> `
  }${round > 1 && t('mine.round', { n: round })}${!isLatest && ` ${t('mine.earlier')}`}</p></header>
<p class="letter-text">${answer.thanks}</p>
${
  facts !== undefined &&
  facts !== '' &&
  html`<h4>${t('mine.facts')}</h4><p class="letter-text">${facts}</p>`
}
<h4>${t('mine.result')}</h4>
<p class="letter-text">${answer.result}</p>
${
  basis.length > 0 &&
  html`<h4>${t('mine.basis')}</h4><ul class="conditions">${basis.map(
    (each) => html`<li>${basisText(each)}</li>`,
  )}</ul>`
}
<p>${t('mine.officer', { name: answer.officerName })}
<a href="tel:${answer.officerPhone.replace(/[^\d+]/g, '')}">${answer.officerPhone}</a></p>
${rating !== undefined && givenRating(ctx, rating)}
</article>`;
}

function givenRating(ctx: PageContext, rating: NonNullable<AnswerView['rating']>): Html {
  const { t } = ctx;
  return html`<p class="given-rating">${t('mine.rated', {
    office: t(`grade.${rating.office}`),
    handler: t(`grade.${rating.handler}`),
  })}</p>
${rating.comment !== '' && html`<blockquote>${rating.comment}</blockquote>`}`;
}
