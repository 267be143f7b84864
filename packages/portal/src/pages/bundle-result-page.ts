import type { BundleMaterialView, BundlePartView, BundleResult } from '@yichuang/contracts';
import { fen, formatFen } from '@yichuang/kernel/money';
import { answerFields } from '../bundle-answers.ts';
import { asWritten } from '../components/as-written.ts';
import { breadcrumbs } from '../components/breadcrumbs.ts';
import { layout } from '../components/layout.ts';
import { notice } from '../components/notice.ts';
import { html, type Html, type HtmlValue } from '../html.ts';
import type { PageContext } from '../page-context.ts';
import { answersGiven } from './bundle-pages.ts';

export interface ResultData {
  readonly result: BundleResult;
  readonly draftId?: string | undefined;
  readonly refusal?: string;
}

/** What has to be filed and why, what it takes, and what filing it together saves. */
export function bundleResultPage(ctx: PageContext, data: ResultData): Html {
  const { t } = ctx;
  const { result, draftId } = data;
  const { interview, parts, notes } = result;
  const { bundle } = interview;
  const isNothing = parts.length === 0;
  const title = isNothing ? t('bundle.nothing') : t('bundle.result', { n: parts.length });
  return layout(ctx, {
    title: `${title} · ${bundle.name}`,
    main: html`
${breadcrumbs(ctx, [
  { href: '/bundles', label: t('bundles.title') },
  { href: `/bundles/${encodeURIComponent(bundle.id)}`, label: bundle.name },
])}
${data.refusal !== undefined && notice('bad', data.refusal)}
<h1>${title}</h1>
${notes.map((note) => notice('plain', note))}
${isNothing ? undefined : [sums(ctx, result), applyForm(ctx, data)]}
${parts.length > 0 && partList(ctx, parts)}
${result.materials.length > 0 && materials(ctx, result.materials)}
<section aria-labelledby="answers"><h2 id="answers">${t('bundle.answers')}</h2>
${answersGiven(ctx, interview, draftId)}</section>`,
  });
}

function applyForm(ctx: PageContext, { result, draftId }: ResultData): Html {
  const { t } = ctx;
  const { interview } = result;
  const path = `/bundles/${encodeURIComponent(interview.bundle.id)}/apply`;
  return html`<form action="${path}" method="post" class="file-bar">
${answerFields(interview.answered, draftId)}
<button class="button" type="submit">${t(
    draftId === undefined ? 'bundle.apply' : 'bundle.apply-again',
  )}</button>
<p class="hint">${t('guide.file-online-hint')}</p></form>`;
}

/** The four numbers that people ask about, beside what it would be one by one. */
function sums(ctx: PageContext, { together, apart, fees }: BundleResult): Html {
  const { t } = ctx;
  const total = fees.reduce((sum, fee) => sum + (fee.amountFen ?? 0), 0);
  const isOpen = fees.some((fee) => fee.amountFen === undefined);
  const fee = isOpen ? t('guide.fee-due') : total === 0 ? t('guide.free') : formatFen(fen(total));
  const rows = [
    {
      name: t('bundle.days'),
      value: t('guide.days.working', { n: together.days }),
      saved: together.days < apart.days && t('bundle.days-apart', { n: apart.days }),
    },
    {
      name: t('bundle.forms'),
      value: t('bundle.forms-n', { n: 1 }),
      saved:
        together.fields < apart.fields &&
        t('bundle.fields-saved', { n: together.fields, apart: apart.fields }),
    },
    {
      name: t('bundle.materials'),
      value: t('bundle.materials-n', { n: together.materials }),
      saved:
        together.materials < apart.materials &&
        t('bundle.materials-saved', { apart: apart.materials }),
    },
    { name: t('guide.visits'), value: t('guide.visits-n', { n: together.visits }), saved: false },
    { name: t('guide.fee'), value: fee, saved: false },
  ] as const;
  return html`<section class="card" aria-label="${t('guide.at-a-glance')}">
<dl class="big-facts">${rows.map(
    ({ name, value, saved }) =>
      html`<div><dt>${name}</dt><dd>${value}${
        saved !== false && html`<span class="saved-by">${saved}</span>`
      }</dd></div>`,
  )}</dl></section>`;
}

function partList(ctx: PageContext, parts: readonly BundlePartView[]): Html {
  const { t } = ctx;
  return html`<section aria-labelledby="parts"><h2 id="parts">${t('bundle.parts')}</h2>
<ol class="parts">${parts.map(
    (part) => html`<li class="part">
<div class="part-head"><h3><a href="/items/${encodeURIComponent(part.itemCode)}">${asWritten(
      ctx.locale,
      part.name,
    )}</a></h3></div>
<p class="part-office">${asWritten(ctx.locale, part.office)}${
      part.days !== undefined && html` · ${t('guide.days.working', { n: part.days })}`
    }</p>
${part.because.map((text) => html`<p class="because">${text}</p>`)}
${
  part.after.length > 0 &&
  html`<p class="hint">${t('bundle.after', { names: part.after.join(t('list.separator')) })}</p>`
}</li>`,
  )}</ol></section>`;
}

function materials(ctx: PageContext, list: readonly BundleMaterialView[]): Html {
  const { t } = ctx;
  return html`<section aria-labelledby="materials">
<h2 id="materials">${t('bundle.materials-list')}</h2>
<ul class="plain-list">${list.map(
    (material) => html`<li><strong>${material.name}</strong>
${tags(ctx, material)}
${
  material.criteria !== undefined &&
  html`<p class="hint">${asWritten(ctx.locale, material.criteria)}</p>`
}</li>`,
  )}</ul></section>`;
}

function tags({ t }: PageContext, material: BundleMaterialView): HtmlValue {
  return [
    material.usedBy.length > 1 &&
      html`<span class="tag tag-good tag-long">${t('bundle.once', {
        names: material.usedBy.join(t('list.separator')),
      })}</span> `,
    material.necessity === 'deferrable' &&
      html`<span class="tag">${t('materials.necessity.deferrable')}</span> `,
    material.canCommit && html`<span class="tag">${t('materials.can-commit')}</span>`,
  ];
}
