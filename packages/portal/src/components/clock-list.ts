import type { ClockView } from '@yichuang/contracts';
import { html, type Html } from '../html.ts';
import type { PageContext } from '../page-context.ts';
import { longDay } from '../texts/dates.ts';
import { light } from './light.ts';

/** How far it is, in one phrase: "还剩 3 个工作日". */
export function remainingText(ctx: PageContext, clock: ClockView): string {
  const { t } = ctx;
  if (clock.stoppedAt !== undefined) return '';
  if (clock.isSuspended || clock.remainingDays === undefined) return t('clock.suspended');
  const days = clock.remainingDays;
  const unit = clock.unit === 'WD' ? 'working' : 'calendar';
  if (days === 0) return t('clock.today');
  return days > 0
    ? t(`clock.left.${unit}`, { n: days })
    : t(`clock.late.${unit}`, { n: Math.abs(days) });
}

/**
 * The clocks of a case. `why` gives each due date its way to the day-by-day count: a link, or a
 * form where a query password has to go with it and must not stand in an address.
 */
export function clockList(
  ctx: PageContext,
  clocks: readonly ClockView[],
  why: (clock: ClockView) => Html,
): Html | undefined {
  if (clocks.length === 0) return undefined;
  const { t } = ctx;
  return html`<ul class="clocks">${clocks.map(
    (clock) => html`<li class="clock clock-${clock.light}">
<div class="clock-head"><h3>${t(`clock.kind.${clock.kind}`)}</h3>${light(ctx, clock)}</div>
<p class="clock-due">${
      clock.dueOn === undefined
        ? t('clock.no-due')
        : html`<time datetime="${clock.dueOn}">${longDay(t, clock.dueOn)}</time>`
    } ${clock.isProvisional && html`<span class="tag">${t('clock.provisional')}</span>`}</p>
<p class="clock-rest">${remainingText(ctx, clock)} ${why(clock)}</p>
</li>`,
  )}</ul>`;
}

/** What a person asks about first: the decision's limits and the office's own answer. */
export function clocksForApplicant(clocks: readonly ClockView[]): readonly ClockView[] {
  const told = clocks.filter((clock) => clock.kind !== 'step');
  const running = told.filter((clock) => clock.stoppedAt === undefined);
  return running.length > 0 ? running : told;
}
