import type { DebtView } from '@yichuang/contracts';
import { html, type Html, type HtmlValue } from '../html.ts';
import type { PageContext } from '../page-context.ts';
import { longDay } from '../texts/dates.ts';
import { asWritten } from './as-written.ts';
import { light } from './light.ts';
import { notice } from './notice.ts';

/** What the applicant may hand in later, and what was promised; what is owed comes first. */
export function debtList(
  ctx: PageContext,
  debts: readonly DebtView[],
  supplyPath: string | undefined,
): HtmlValue {
  if (debts.length === 0) return undefined;
  const { t } = ctx;
  const owed = debts.filter(
    ({ kind, status }) => kind === 'deferred-material' && status === 'owed',
  );
  const rest = debts.filter((debt) => !owed.includes(debt));
  return [
    owed.length > 0 &&
      notice(
        'attention',
        html`<p><strong>${t('debts.owed', { n: owed.length })}</strong></p>
<ul>${owed.map((debt) => html`<li>${owedText(ctx, debt)}</li>`)}</ul>
${consequences(owed).map((text) => html`<p class="hint">${asWritten(ctx.locale, text)}</p>`)}
${
  supplyPath !== undefined &&
  html`<p><a class="button" href="${supplyPath}">${t('debts.supply')}</a></p>`
}`,
      ),
    rest.length > 0 &&
      html`<section aria-labelledby="debts"><h2 id="debts">${t('debts.title')}</h2>
<ul class="plain-list">${rest.map((debt) => html`<li>${debtText(ctx, debt)}</li>`)}</ul></section>`,
  ];
}

/** Each once: most debts of a case have the same end. */
function consequences(debts: readonly DebtView[]): readonly string[] {
  return [...new Set(debts.map(({ consequence }) => consequence))];
}

function owedText(ctx: PageContext, debt: DebtView): Html {
  const { t } = ctx;
  return html`<strong>${asWritten(ctx.locale, debt.name)}</strong>${
    debt.dueOn !== undefined &&
    html`<br>${t('debts.due', { day: longDay(t, debt.dueOn) })} ${
      debt.light !== undefined && debt.light !== 'green' && light(ctx, { light: debt.light })
    }`
  }${
    debt.note !== undefined && debt.note !== '' && html`<br>${t('debts.note', { note: debt.note })}`
  }`;
}

function debtText(ctx: PageContext, debt: DebtView): Html {
  const { t } = ctx;
  const isPromise = debt.kind === 'commitment';
  const word = t(isPromise ? `debts.promise.${debt.status}` : `debts.later.${debt.status}`);
  const due = debt.status === 'owed' && debt.dueOn !== undefined ? debt.dueOn : undefined;
  return html`<strong>${asWritten(ctx.locale, debt.name)}</strong> <span class="tag">${word}</span>
${
  due !== undefined &&
  html`<p>${debt.light !== undefined && light(ctx, { light: debt.light })} ${t(
    isPromise ? 'debts.check-due' : 'debts.due',
    { day: longDay(t, due) },
  )}</p>`
}
${
  debt.note !== undefined &&
  debt.note !== '' &&
  html`<p>${t('debts.note', { note: debt.note })}</p>`
}
${
  (debt.status === 'owed' || debt.status === 'broken') &&
  html`<p class="hint">${asWritten(ctx.locale, debt.consequence)}</p>`
}`;
}
