import type { ApplicantCaseView } from '@yichuang/contracts';
import type { ItemDefinition } from '@yichuang/kernel/case';
import { breadcrumbs } from '../components/breadcrumbs.ts';
import { errorSummary } from '../components/error-summary.ts';
import { hidden } from '../components/hidden-fields.ts';
import { layout } from '../components/layout.ts';
import { materialInputs, type UploadedSoFar } from '../components/material-inputs.ts';
import { html, type Html } from '../html.ts';
import type { PageContext } from '../page-context.ts';
import { longDay } from '../texts/dates.ts';

export interface CorrectionData extends UploadedSoFar {
  readonly view: ApplicantCaseView;
  readonly item: ItemDefinition;
  readonly idempotencyKey: string;
  readonly refusal?: string;
}

/** Per material: what is wrong, how to put it right, and the place for the new pages. */
export function correctionPage(ctx: PageContext, data: CorrectionData): Html {
  const { t } = ctx;
  const { view, refusals } = data;
  const items = view.correction?.items ?? [];
  const base = `/my/cases/${encodeURIComponent(view.caseId)}`;
  const problems = [
    ...(data.refusal === undefined ? [] : [{ text: data.refusal }]),
    ...items.flatMap(({ materialId, name }) => {
      const text = refusals[materialId];
      return text === undefined ? [] : [{ target: `file-${materialId}`, text: `${name}：${text}` }];
    }),
  ];
  return layout(ctx, {
    title: t('correction.title'),
    hasErrors: problems.length > 0,
    scripts: ['mend-upload.js'],
    main: html`
${breadcrumbs(ctx, [
  { href: '/my', label: t('my.title') },
  { href: base, label: view.itemName },
])}
${errorSummary(ctx, problems)}
<h1>${t('correction.title')}</h1>
<p>${
      view.correction?.dueOn === undefined
        ? t('correction.lead')
        : t('correction.lead-by', { day: longDay(t, view.correction.dueOn) })
    }</p>
<form action="${base}/correct" method="post" enctype="multipart/form-data">
${hidden('key', data.idempotencyKey)}
${items.map((item) => problemCard(ctx, data, item))}
<div class="actions">
<button class="button" type="submit" data-once>${t('correction.submit')}</button>
<a class="button-quiet" href="${base}">${t('correction.later')}</a></div>
</form>`,
  });
}

type CorrectionItem = NonNullable<ApplicantCaseView['correction']>['items'][number];

function problemCard(ctx: PageContext, data: CorrectionData, wrong: CorrectionItem): Html {
  const { t } = ctx;
  const { materialId } = wrong;
  const material = data.item.materials.find(({ id }) => id === materialId);
  const isMissing = wrong.verdict === 'missing';
  return html`<article class="material" id="material-${materialId}">
<h2>${wrong.name} <span class="tag tag-bad">${t(
    isMissing ? 'correction.missing' : 'correction.wrong',
  )}</span></h2>
<p><strong>${t('correction.problem')}</strong>${t('list.colon')}${wrong.problem}</p>
${
  wrong.instruction !== undefined &&
  html`<p><strong>${t('correction.how')}</strong>${t('list.colon')}${wrong.instruction}</p>`
}
${
  material?.sampleFile !== undefined &&
  html`<p><a class="file-link" href="/items/${encodeURIComponent(
    data.item.code,
  )}/files/${encodeURIComponent(material.sampleFile)}">${t('materials.sample')}</a></p>`
}
${materialInputs(ctx, data, material ?? { id: materialId, name: wrong.name })}</article>`;
}

export interface WithdrawData {
  readonly view: ApplicantCaseView;
  readonly idempotencyKey: string;
  readonly reason: string;
  readonly error?: string;
}

/** The one destructive act of an applicant asks once, in words. */
export function withdrawPage(ctx: PageContext, data: WithdrawData): Html {
  const { t } = ctx;
  const { view } = data;
  const base = `/my/cases/${encodeURIComponent(view.caseId)}`;
  return layout(ctx, {
    title: t('withdraw.title'),
    hasErrors: data.error !== undefined,
    main: html`
${breadcrumbs(ctx, [
  { href: '/my', label: t('my.title') },
  { href: base, label: view.itemName },
])}
${errorSummary(ctx, data.error === undefined ? [] : [{ target: 'f-reason', text: data.error }])}
<h1>${t('withdraw.question', { item: view.itemName })}</h1>
<p>${t('withdraw.text')}</p>
<form action="${base}/withdraw" method="post">
${hidden('key', data.idempotencyKey)}
<div class="field"><label for="f-reason">${t('withdraw.reason')}</label>
<textarea id="f-reason" name="reason" rows="3" class="input" maxlength="500">
${data.reason}</textarea></div>
<div class="actions"><button class="button button-danger" type="submit">${t(
      'withdraw.submit',
    )}</button>
<a class="button-quiet" href="${base}">${t('withdraw.keep')}</a></div></form>`,
  });
}
