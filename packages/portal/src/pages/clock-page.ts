import type { ClockExplanation } from '@yichuang/contracts';
import { breadcrumbs, type Crumb } from '../components/breadcrumbs.ts';
import { dayCount } from '../components/day-count.ts';
import { facts } from '../components/facts.ts';
import { layout } from '../components/layout.ts';
import { light } from '../components/light.ts';
import { remainingText } from '../components/clock-list.ts';
import { notice } from '../components/notice.ts';
import { html, type Html } from '../html.ts';
import type { PageContext } from '../page-context.ts';
import { longDay } from '../texts/dates.ts';
import { basisText } from './item-page.ts';

/** "Why is it due then?": the count in one sentence, the law, and every day of it. */
export function clockPage(
  ctx: PageContext,
  explanation: ClockExplanation,
  crumbs: readonly Crumb[],
): Html {
  const { t } = ctx;
  const { clock } = explanation;
  const due = clock.dueOn;
  return layout(ctx, {
    title: t('clock.why'),
    isWide: true,
    main: html`
${breadcrumbs(ctx, crumbs)}
<h1>${due === undefined ? t('clock.why-none') : t('clock.why-day', { day: longDay(t, due) })}</h1>
<p class="lead">${explanation.summary}</p>
${clock.isProvisional && notice('attention', t('clock.provisional-text'))}
${facts([
  { name: t('clock.rule'), value: clock.name },
  { name: t('clock.basis'), value: basisText(clock.basis) },
  clock.basis.text !== undefined && {
    name: t('clock.wording'),
    value: html`<blockquote>${clock.basis.text}</blockquote>`,
  },
  {
    name: t('clock.amount'),
    value: t(clock.unit === 'WD' ? 'guide.days.working' : 'guide.days.calendar', {
      n: clock.amount,
    }),
  },
  { name: t('clock.from'), value: longDay(t, clock.from) },
  clock.extendedBy > 0 && {
    name: t('clock.extended'),
    value: t('guide.days.working', { n: clock.extendedBy }),
  },
  { name: t('clock.now'), value: html`${light(ctx, clock)} ${remainingText(ctx, clock)}` },
])}
<h2>${t('clock.day-by-day')}</h2>
${dayCount(ctx, explanation.days)}
<p class="hint">${t('clock.calendar-source')}</p>`,
  });
}
