import type { PublishedRow } from '@yichuang/contracts';
import { html, type Html } from '../html.ts';
import type { PageContext } from '../page-context.ts';
import { plainDay } from '../texts/dates.ts';
import { light } from './light.ts';

/** The public countdown, or when it was answered. */
export function letterStanding(ctx: PageContext, row: PublishedRow): Html {
  const { t } = ctx;
  if (row.answeredOn !== undefined) {
    return html`<span class="tag tag-good">${t('letters.answered')}</span> <time
 datetime="${row.answeredOn}">${plainDay(t, row.answeredOn)}</time>${
   row.wasLate === true && html` <span class="tag tag-bad">${t('letters.was-late')}</span>`
 }${
   row.satisfaction !== undefined &&
   html` <span>${t('letters.rated', { grade: t(`grade.${row.satisfaction}`) })}</span>`
 }`;
  }
  return html`${light(ctx, { light: row.light })} <span>${countdown(ctx, row)}</span>`;
}

function countdown(
  { t }: PageContext,
  { remainingDays: days, remainingUnit }: PublishedRow,
): string {
  if (days === undefined) return t('clock.suspended');
  if (days === 0) return t('clock.today');
  const unit = remainingUnit === 'CD' ? 'calendar' : 'working';
  return days > 0 ? t(`clock.left.${unit}`, { n: days }) : t(`clock.late.${unit}`, { n: -days });
}
