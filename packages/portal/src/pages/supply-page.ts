import type { ApplicantCaseView, DebtView } from '@yichuang/contracts';
import type { ItemDefinition } from '@yichuang/kernel/case';
import { asWritten } from '../components/as-written.ts';
import { breadcrumbs } from '../components/breadcrumbs.ts';
import { errorSummary } from '../components/error-summary.ts';
import { hidden } from '../components/hidden-fields.ts';
import { layout } from '../components/layout.ts';
import { materialInputs, type UploadedSoFar } from '../components/material-inputs.ts';
import { html, type Html } from '../html.ts';
import type { PageContext } from '../page-context.ts';
import { longDay } from '../texts/dates.ts';

export interface SupplyData extends UploadedSoFar {
  readonly view: ApplicantCaseView;
  readonly item: ItemDefinition;
  readonly owed: readonly DebtView[];
  readonly idempotencyKey: string;
  readonly refusal?: string;
}

/** What may come later: by when, what follows otherwise, and the place to hand it in. */
export function supplyPage(ctx: PageContext, data: SupplyData): Html {
  const { t } = ctx;
  const { view, owed, refusals } = data;
  const base = `/my/cases/${encodeURIComponent(view.caseId)}`;
  const problems = [
    ...(data.refusal === undefined ? [] : [{ text: data.refusal }]),
    ...owed.flatMap(({ materialId, name }) => {
      const text = refusals[materialId];
      return text === undefined ? [] : [{ target: `file-${materialId}`, text: `${name}：${text}` }];
    }),
  ];
  return layout(ctx, {
    title: t('supply.title'),
    hasErrors: problems.length > 0,
    scripts: ['mend-upload.js'],
    main: html`
${breadcrumbs(ctx, [
  { href: '/my', label: t('my.title') },
  { href: base, label: view.itemName },
])}
${errorSummary(ctx, problems)}
<h1>${t('supply.title')}</h1>
<p>${t('supply.lead')}</p>
<form action="${base}/supply" method="post" enctype="multipart/form-data">
${hidden('key', data.idempotencyKey)}
${owed.map((debt) => debtCard(ctx, data, debt))}
<div class="actions">
<button class="button" type="submit" data-once>${t('supply.submit')}</button>
<a class="button-quiet" href="${base}">${t('correction.later')}</a></div>
</form>`,
  });
}

function debtCard(ctx: PageContext, data: SupplyData, debt: DebtView): Html {
  const { t } = ctx;
  const material = data.item.materials.find(({ id }) => id === debt.materialId);
  return html`<article class="material" id="material-${debt.materialId}">
<h2>${asWritten(ctx.locale, debt.name)}</h2>
${
  debt.dueOn !== undefined &&
  html`<p><strong>${t('debts.due', { day: longDay(t, debt.dueOn) })}</strong></p>`
}
<p class="hint">${asWritten(ctx.locale, debt.consequence)}</p>
${
  debt.note !== undefined &&
  debt.note !== '' &&
  html`<p>${t('debts.note', { note: debt.note })}</p>`
}
${materialInputs(ctx, data, material ?? { id: debt.materialId, name: debt.name })}</article>`;
}
