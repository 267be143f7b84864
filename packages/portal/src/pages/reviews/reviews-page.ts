import type {
  PublicReviews,
  PublishedReview,
  ReviewFigures,
  ReviewGroup,
} from '@yichuang/contracts';
import { barTable } from '../../components/bar-table.ts';
import { breadcrumbs } from '../../components/breadcrumbs.ts';
import { layout } from '../../components/layout.ts';
import { levelFace } from '../../components/level-face.ts';
import { levelWord } from '../../components/level-word.ts';
import { html, type Html, type HtmlValue } from '../../html.ts';
import type { PageContext } from '../../page-context.ts';
import { plainDay } from '../../texts/dates.ts';
import type { TextKey } from '../../texts/translate.ts';
import { levels } from './review-page.ts';

/** How people were served, in numbers that say how they are counted, and what was answered. */
export function reviewsPage(ctx: PageContext, { report, published }: PublicReviews): Html {
  const { t } = ctx;
  const { figures } = report;
  const caption = { name: t('reviews.name'), count: t('reviews.count') };
  return layout(ctx, {
    title: t('reviews.title'),
    isWide: true,
    main: html`
${breadcrumbs(ctx, [])}
<h1>${t('reviews.title')}</h1>
<p>${t('reviews.period', {
      from: plainDay(t, figures.from),
      until: plainDay(t, figures.until),
    })}</p>
<p><a href="/review">${t('reviews.give')}</a></p>
${bigNumbers(ctx, figures)}
<details><summary>${t('reviews.formulas')}</summary><ul>${Object.values(report.formulas).map(
      (formula) => html`<li>${formula}</li>`,
    )}</ul></details>
${
  figures.total === 0
    ? html`<div class="empty"><p>${t('reviews.none')}</p></div>`
    : html`<div class="figure-groups">${barTable(
        levels.map((level) => ({
          name: levelWord(t, level),
          count: figures.levels[level - 1] ?? 0,
        })),
        { ...caption, caption: t('reviews.by-level') },
      )}</div>`
}
${groupTable(ctx, 'windows', report.windows)}
${groupTable(ctx, 'items', report.items)}
${groupTable(ctx, 'people', report.people)}
<section aria-labelledby="published"><h2 id="published">${t('reviews.published')}</h2>
${
  published.length === 0
    ? html`<div class="empty"><p>${t('reviews.published-none')}</p></div>`
    : html`<ul class="plain-list published-reviews">${published.map((review) =>
        publishedCard(ctx, review),
      )}</ul>`
}</section>
<p class="hint">${t('reviews.source')}</p>`,
  });
}

function bigNumbers({ t }: PageContext, figures: ReviewFigures): Html {
  const shown = (share: number | undefined) => percent(share) ?? t('record.none');
  const numbers = [
    { name: t('reviews.total'), value: figures.total.toLocaleString('en-US') },
    { name: t('reviews.good-rate'), value: shown(figures.goodRate) },
    { name: t('reviews.active-rate'), value: shown(figures.activeRate) },
    { name: t('reviews.mend-rate'), value: shown(figures.mendRate) },
    { name: t('reviews.call-back-rate'), value: shown(figures.callBackRate) },
  ];
  return html`<section class="record" aria-labelledby="numbers">
<h2 class="visually-hidden" id="numbers">${t('reviews.numbers')}</h2>
<dl class="record-five">${numbers.map(
    ({ name, value }) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`,
  )}</dl></section>`;
}

/** Rounded down: 99.96 % is not all. */
function percent(share: number | undefined): string | undefined {
  return share === undefined ? undefined : `${(Math.floor(share * 1000) / 10).toFixed(1)}%`;
}

function groupTable(
  { t }: PageContext,
  by: 'windows' | 'items' | 'people',
  groups: readonly ReviewGroup[],
): HtmlValue {
  if (groups.length === 0) return false;
  const heading: TextKey = `reviews.by-${by}`;
  return html`<section aria-labelledby="by-${by}"><h2 id="by-${by}">${t(heading)}</h2>
<div class="table-scroll" tabindex="0" role="region" aria-labelledby="by-${by}">
<table class="table review-groups"><thead><tr><th scope="col">${t('reviews.name')}</th>
<th scope="col">${t('reviews.count')}</th><th scope="col">${t('reviews.good-rate')}</th>
<th scope="col">${t('reviews.bad')}</th></tr></thead>
<tbody>${groups.map(
    (group) => html`<tr><th scope="row">${group.name}</th>
<td class="number">${group.total}</td>
<td class="number">${percent(group.goodRate) ?? '—'}</td><td class="number">${group.bad}</td></tr>`,
  )}</tbody></table></div></section>`;
}

function publishedCard({ t }: PageContext, review: PublishedReview): Html {
  const [year = '', month = ''] = review.month.split('-');
  const about = [
    review.itemName,
    review.orgName,
    t('reviews.month', { year, month: Number(month) }),
  ];
  const second = review.secondLevel;
  return html`<li class="published-review">
<h3>${levelFace(review.level)} ${levelWord(t, review.level)}</h3>
<p class="hint">${about.filter((part) => part !== undefined).join(' · ')}</p>
${review.reasons.length > 0 && html`<p>${review.reasons.join(t('reviews.and'))}</p>`}
${review.comment !== undefined && html`<blockquote><p>${review.comment}</p></blockquote>`}
<p><strong>${t('reviews.reply')}</strong>${review.reply}</p>
${
  second !== undefined &&
  html`<p class="second-level"><strong>${t('reviews.second')}</strong>
${levelFace(second)} ${levelWord(t, second)}</p>`
}</li>`;
}
