import { localName } from '../texts/translate.ts';
import { attribute, html, type Html, type HtmlValue } from '../html.ts';
import { countyName, type PageContext } from '../page-context.ts';
import { plainDay } from '../texts/dates.ts';
import { trialBand, trialPrefix } from './trial-mark.ts';

export interface PageParts {
  readonly title: string;
  readonly main: HtmlValue;
  /** The home page has the large search in its middle instead of the small one on top. */
  readonly hasSearch?: boolean;
  /** Something on the page needs putting right: screen readers hear it first. */
  readonly hasErrors?: boolean;
  readonly scripts?: readonly string[];
  /** A wide page has columns; others keep to one column of text. */
  readonly isWide?: boolean;
}

/** The frame of every page: landmarks, skip link, header, footer. */
export function layout(ctx: PageContext, parts: PageParts): Html {
  const { t } = ctx;
  const error = parts.hasErrors === true ? t('error.title-prefix') : '';
  const prefix = `${trialPrefix(ctx)}${error}`;
  const scripts = ['enhance.js', ...(parts.scripts ?? [])];
  return html`<!doctype html>
<html lang="${ctx.locale}"${attribute('class', ctx.isElder ? 'elder' : undefined)}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="format-detection" content="telephone=no">
<title>${prefix}${parts.title} · ${t('site.title', { county: countyName(ctx) })}</title>
<link rel="icon" href="${ctx.assets('icon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${ctx.assets('portal.css')}">
${scripts.map((name) => html`<script type="module" src="${ctx.assets(name)}"></script>`)}
</head>
<body>
<a class="skip-link" href="#main">${t('site.skip')}</a>
${trialBand(ctx)}
${siteHeader(ctx, parts.hasSearch !== false)}
<main id="main" tabindex="-1" class="${parts.isWide === true ? 'page page-wide' : 'page'}">
${ctx.isElder && readAloud(ctx)}
${parts.main}
</main>
${siteFooter(ctx)}
</body>
</html>`;
}

function siteHeader(ctx: PageContext, hasSearch: boolean): Html {
  const { t, session } = ctx;
  const own = session
    ? html`<a href="/my">${t('nav.my')}</a>`
    : html`<a href="/login?next=${encodeURIComponent(loginNext(ctx.path))}">${t('nav.login')}</a>`;
  return html`<header class="site-header">
<div class="site-header-inner">
<a class="brand" href="/"><span class="brand-county">${countyName(ctx)}</span>
<span class="brand-name">${t('site.name')}</span></a>
${hasSearch && searchForm(ctx)}
<nav class="site-nav" aria-label="${t('nav.label')}"><ul>
<li>${own}</li>
<li class="nav-extra"><a href="${switchTo(ctx, 'elder', ctx.isElder ? '0' : '1')}">${
    ctx.isElder ? t('nav.standard') : t('nav.elder')
  }</a></li>
<li class="nav-extra">${languageLink(ctx)}</li>
</ul></nav>
</div>
${ctx.isDemo && demoBar(ctx)}
</header>`;
}

/** Shown by the script, and only where the browser can speak. */
function readAloud({ t }: PageContext): Html {
  return html`<p class="read-aloud no-print"><button type="button" class="button-quiet" data-read
 data-stop="${t('read.stop')}" hidden>${t('read.start')}</button></p>`;
}

function searchForm({ t }: PageContext): Html {
  return html`<form class="header-search" role="search" action="/items" method="get">
<label class="visually-hidden" for="header-q">${t('search.label')}</label>
<input id="header-q" name="q" type="search" maxlength="100" placeholder="${t('search.label')}">
<button type="submit">${t('search.submit')}</button>
</form>`;
}

function demoBar({ t, isTrial }: PageContext): Html {
  return html`<div class="demo-bar"><p>${isTrial !== true && t('demo.bar')}
<a href="/demo/messages">${t('demo.messages')}</a>
${isTrial !== true && html`<a href="/demo/clock">${t('demo.clock')}</a>`}</p></div>`;
}

function languageLink(ctx: PageContext): Html {
  const other = ctx.locale === 'en' ? 'zh-CN' : 'en';
  // Each language names itself: who needs the link cannot read the page's own.
  return html`<a href="${switchTo(ctx, 'lang', other)}" lang="${other}" hreflang="${other}">${ctx.t(
    'nav.other-language',
  )}</a>`;
}

function switchTo(ctx: PageContext, name: 'lang' | 'elder', value: string): string {
  return `/preferences?${name}=${value}&back=${encodeURIComponent(ctx.path)}`;
}

function loginNext(path: string): string {
  return path === '/' || path.startsWith('/login') ? '/my' : path;
}

function siteFooter(ctx: PageContext): Html {
  const { t, county, latestRoot } = ctx;
  return html`<footer class="site-footer"><div class="site-footer-inner">
<p class="footer-phone"><span>${t('footer.phone')}</span>
<a href="tel:${county.phone.replace(/[^\d+]/g, '')}">${county.phone}</a></p>
<ul>
<li><a href="/track">${t('footer.track')}</a></li>
${ctx.hasLetters && html`<li><a href="/letters">${t('footer.letters')}</a></li>`}
${ctx.hasReviews && html`<li><a href="/reviews">${t('footer.reviews')}</a></li>`}
<li><a href="/certificates">${t('footer.certificates')}</a></li>
<li><a href="/ledger">${t('footer.ledger')}</a></li>
<li><a href="/accessibility">${t('footer.accessibility')}</a></li>
<li><a href="/source">${t('footer.source')}</a></li>
</ul>
${
  latestRoot &&
  html`<p class="footer-root">${t('footer.root', { day: plainDay(t, latestRoot.day) })}
<a href="/ledger"><code>${latestRoot.root.slice(0, 16)}…</code></a></p>`
}
<p>${t('footer.owner', { county: localName(ctx.locale, county) })}</p>
</div></footer>`;
}
