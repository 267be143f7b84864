import type { CasePartView } from '@yichuang/contracts';
import { html, type Html, type HtmlValue } from '../html.ts';
import type { PageContext } from '../page-context.ts';
import { longDay } from '../texts/dates.ts';
import { asWritten } from './as-written.ts';
import { clocksForApplicant, remainingText } from './clock-list.ts';
import { light } from './light.ts';

const marks: Readonly<Record<CasePartView['status'], string>> = {
  waiting: '○',
  open: '●',
  granted: '✓',
  denied: '✕',
  cancelled: '—',
};

/** Each office's part with its own clock, in the order in which they follow one another. */
export function caseParts(ctx: PageContext, parts: readonly CasePartView[]): Html {
  const { t } = ctx;
  return html`<section aria-labelledby="parts"><h2 id="parts">${t('parts.title')}</h2>
<ol class="parts">${parts.map((part) => partRow(ctx, part))}</ol></section>`;
}

function partRow(ctx: PageContext, part: CasePartView): Html {
  const { t } = ctx;
  const clock = part.status === 'open' ? clocksForApplicant(part.clocks)[0] : undefined;
  return html`<li class="part part-${part.status}">
<div class="part-head"><span class="part-mark" aria-hidden="true">${marks[part.status]}</span>
<h3>${partName(ctx, part)}</h3><span class="tag part-word">${t(
    `parts.status.${part.status}`,
  )}</span></div>
<p class="part-office">${asWritten(ctx.locale, part.office)}</p>
${partStory(ctx, part)}
${
  clock?.dueOn !== undefined &&
  html`<p class="part-clock">${light(ctx, clock)} ${t('parts.due', {
    day: longDay(t, clock.dueOn),
  })}${t('list.comma')}${remainingText(ctx, clock)}</p>`
}</li>`;
}

function partName({ locale }: PageContext, part: CasePartView): HtmlValue {
  const name = asWritten(locale, part.name);
  if (!part.canOpen || part.caseId === undefined) return name;
  return html`<a href="/my/cases/${encodeURIComponent(part.caseId)}">${name}</a>`;
}

function partStory(ctx: PageContext, part: CasePartView): HtmlValue {
  const { t } = ctx;
  if (part.status === 'waiting') {
    return html`<p>${t('parts.waits', { names: part.after.join(t('list.separator')) })}</p>`;
  }
  if (part.status === 'cancelled') return html`<p>${t('parts.cancelled')}</p>`;
  if (part.headline === undefined) return html`<p>${t('parts.opening')}</p>`;
  return html`<p>${asWritten(ctx.locale, part.headline)}</p>`;
}

/** How far the whole has come, in one sentence. */
export function partsSentence({ t }: PageContext, parts: readonly CasePartView[]): string {
  const counted = parts.filter(({ status }) => status !== 'cancelled');
  const done = counted.filter(({ status }) => status === 'granted' || status === 'denied');
  return t('parts.sentence', { total: counted.length, done: done.length });
}

/** One result package: every document and certificate of every part, and all of them at once. */
export function resultPackage(
  ctx: PageContext,
  parts: readonly CasePartView[],
  base: string,
): Html | false {
  const { t } = ctx;
  const issued = parts.filter(({ documents }) => documents.length > 0);
  if (issued.length === 0) return false;
  return html`<section aria-labelledby="results"><h2 id="results">${t('parts.results')}</h2>
${issued.map(
  (part) => html`<h3>${asWritten(ctx.locale, part.name)}</h3>
<ul class="documents">${part.documents.map(
    (document) =>
      html`<li><a href="/my/cases/${encodeURIComponent(
        part.caseId ?? '',
      )}/documents/${encodeURIComponent(document.documentId)}">${document.name}</a>
<span class="hint">${document.number} ${
        document.certificateId !== undefined &&
        html`<a href="/c/${encodeURIComponent(document.certificateId)}">${t(
          'case.certificate',
        )}</a>`
      }</span></li>`,
  )}</ul>`,
)}
<p class="no-print"><a class="button-quiet" href="${base}/results.zip" download>${t(
    'parts.results-all',
  )}</a></p></section>`;
}
