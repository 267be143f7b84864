import type { DebtView } from '@yichuang/contracts';
import { html, type Html } from '../html.ts';
import type { PageContext } from '../page-context.ts';
import { longDay } from '../texts/dates.ts';
import { asWritten } from './as-written.ts';
import { light } from './light.ts';
import { notice } from './notice.ts';

/** What waits for the applicant: documents that may come later, by when, and where. */
export function owedDebts(
  ctx: PageContext,
  debts: readonly DebtView[],
  supplyPath: string | undefined,
): Html | false {
  const { t } = ctx;
  const owed = debts.filter(isOwed);
  if (owed.length === 0) return false;
  return notice(
    'attention',
    html`<p><strong>${t('debts.owed', { n: owed.length })}</strong></p>
<ul>${owed.map((debt) => html`<li>${owedText(ctx, debt)}</li>`)}</ul>
${consequences(owed).map((text) => html`<p class="hint">${asWritten(ctx.locale, text)}</p>`)}
${
  supplyPath !== undefined &&
  html`<p><a class="button" href="${supplyPath}">${t('debts.supply')}</a></p>`
}`,
  );
}

/** What was handed in later, and what was promised. */
export function otherDebts(ctx: PageContext, debts: readonly DebtView[]): Html | false {
  const others = debts.filter((debt) => !isOwed(debt));
  if (others.length === 0) return false;
  return html`<section aria-labelledby="debts"><h2 id="debts">${ctx.t('debts.title')}</h2>
<ul class="plain-list">${others.map(
    (debt) => html`<li>${debtText(ctx, debt)}</li>`,
  )}</ul></section>`;
}

function isOwed({ kind, status }: DebtView): boolean {
  return kind === 'deferred-material' && status === 'owed';
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
