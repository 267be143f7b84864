import type { LifeEventView, LiveRecord } from '@yichuang/contracts';
import { layout } from '../components/layout.ts';
import { html, type Html } from '../html.ts';
import { countyName, type PageContext } from '../page-context.ts';
import { localName } from '../texts/translate.ts';

export interface HomeData {
  readonly record: LiveRecord;
  readonly lifeEvents: readonly LifeEventView[];
  /** Absent where the county takes no letters. */
  readonly lettersAnswered?: number | undefined;
}

export function homePage(ctx: PageContext, data: HomeData): Html {
  const { t } = ctx;
  return layout(ctx, {
    title: t('home.title'),
    hasSearch: false,
    isWide: true,
    main: html`
<section class="hero">
<h1>${t('home.question')}</h1>
${searchBox(ctx)}
</section>
<div class="doors">
<a class="door" href="/items?audience=person"><strong>${t('audience.person')}</strong>
<span>${t('home.door.person')}</span></a>
<a class="door" href="/items?audience=enterprise"><strong>${t('audience.enterprise')}</strong>
<span>${t('home.door.enterprise')}</span></a>
</div>
${verbs(ctx)}
${lifeEvents(ctx, data.lifeEvents)}
${liveRecord(ctx, data)}`,
  });
}

function searchBox({ t }: PageContext): Html {
  return html`<form class="big-search" role="search" action="/items" method="get">
<label class="visually-hidden" for="q">${t('home.question')}</label>
<input id="q" name="q" type="search" maxlength="100" placeholder="${t('home.example.1')}"
 data-rotate="${t('home.example.1')}|${t('home.example.2')}|${t('home.example.3')}">
<button type="submit">${t('search.submit')}</button>
</form>
<p class="hero-hint">${t('home.hint')}</p>`;
}

function verbs(ctx: PageContext): Html {
  const { t, county } = ctx;
  const tel = `tel:${county.phone.replace(/[^\d+]/g, '')}`;
  return html`<ul class="verbs">
<li><a href="/items?onlineOnly=true"><strong>${t('home.do')}</strong>
<span>${t('home.do.hint')}</span></a></li>
${
  ctx.hasLetters
    ? html`<li><a href="/letters/write"><strong>${t('home.ask')}</strong>
<span>${t('home.ask.write')}</span></a></li>`
    : html`<li><a href="${tel}"><strong>${t('home.ask')}</strong>
<span>${t('home.ask.hint', { phone: county.phone })}</span></a></li>`
}
<li><a href="/track"><strong>${t('home.check')}</strong>
<span>${t('home.check.hint')}</span></a></li>
</ul>`;
}

function lifeEvents(ctx: PageContext, events: readonly LifeEventView[]): Html | false {
  if (events.length === 0) return false;
  return html`<section aria-labelledby="life-events">
<h2 id="life-events">${ctx.t('home.life-events')}</h2>
<ul class="life-events">${events
    .slice(0, 12)
    .map(
      (event) => html`<li><a href="${eventPath(event)}">${localName(ctx.locale, event)}</a></li>`,
    )}</ul></section>`;
}

/** Straight into the questions where the county has put the matter together, else a search. */
function eventPath({ bundleId, query }: LifeEventView): string {
  return bundleId === undefined
    ? `/items?q=${encodeURIComponent(query)}`
    : `/bundles/${encodeURIComponent(bundleId)}`;
}

/** Honest numbers: what cannot be computed yet says so and is not made up. */
function liveRecord(ctx: PageContext, { record, lettersAnswered }: HomeData): Html {
  const { t } = ctx;
  const none = t('record.none');
  const share = record.onTimeShare;
  const numbers: readonly { name: string; value: string; href?: string }[] = [
    { name: t('record.received'), value: String(record.receivedToday) },
    { name: t('record.concluded'), value: record.concludedTotal.toLocaleString('en-US') },
    {
      name: t('record.on-time'),
      value: share === undefined ? none : `${(Math.floor(share * 1000) / 10).toFixed(1)}%`,
    },
    {
      name: t('record.median'),
      value:
        record.medianWorkingDays === undefined
          ? none
          : t('record.days', { n: record.medianWorkingDays }),
    },
    ...(lettersAnswered === undefined ? [] : [answeredLetters(ctx, lettersAnswered)]),
  ];
  return html`<section class="record" aria-labelledby="record">
<h2 id="record">${t('record.title', { county: countyName(ctx) })}</h2>
<dl class="${numbers.length === 5 ? 'record-five' : 'record-four'}">${numbers.map(
    ({ name, value, href }) =>
      html`<div><dt>${name}</dt><dd>${
        href === undefined ? value : html`<a href="${href}">${value}</a>`
      }</dd></div>`,
  )}</dl>
<p class="hint">${t('record.source')} <a href="/ledger">${t('record.source-link')}</a> ·
<a href="/statistics">${t('statistics.link')}</a></p>
</section>`;
}

function answeredLetters({ t }: PageContext, n: number) {
  return { name: t('record.letters'), value: n.toLocaleString('en-US'), href: '/letters/figures' };
}
