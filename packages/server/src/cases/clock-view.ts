import type { ClockExplanation, ClockView } from '@yichuang/contracts';
import {
  isSuspended,
  limitInputOf,
  ruleFor,
  type CaseContext,
  type CaseState,
  type ClockState,
} from '@yichuang/kernel/case';
import {
  civilDate,
  explainLimit,
  lightAt,
  remainingWorkingDays,
  startOfDay,
  type ExplainedDay,
} from '@yichuang/kernel/time';
import type { Language } from '../platform/refusal.ts';
import { fill, textsOf } from './case-texts.ts';
import { formatDay } from './format-date.ts';

/** Running clocks first, the one due first on top; what is over and replaced is left out. */
export function clockViews(
  state: CaseState,
  context: CaseContext,
  language: Language,
): ClockView[] {
  return Object.values(state.clocks)
    .filter((clock) => clock.kind !== 'step' || clock.stoppedAt === undefined)
    .filter((clock) => clock.kind !== 'correction' || clock.clockId === lastAnswer(state))
    .map((clock) => clockView(clock, context, language))
    .toSorted((a, b) => order(a).localeCompare(order(b)));
}

/** Each corrected filing starts the limit for the answer anew; the one before it is history. */
function lastAnswer(state: CaseState): string | undefined {
  return Object.values(state.clocks).findLast((clock) => clock.kind === 'correction')?.clockId;
}

function order(clock: ClockView): string {
  return `${clock.stoppedAt === undefined ? '0' : '1'}${clock.dueOn ?? '9999'}${clock.clockId}`;
}

export function clockView(clock: ClockState, context: CaseContext, language: Language): ClockView {
  const rule = ruleFor(context, clock.ruleId, clock.unit);
  const suspended = clock.stoppedAt === undefined && isSuspended(clock, context);
  const { result } = clock;
  const running = clock.suspensions.find((s) => s.to === undefined);
  const light = lightAt(result, context.at, {
    suspended,
    ...(running === undefined ? {} : { suspendedAt: startOfDay(running.from) }),
    ...(clock.stoppedAt === undefined ? {} : { stoppedAt: clock.stoppedAt }),
  });
  const isOpen = clock.stoppedAt === undefined && !suspended;
  return {
    clockId: clock.clockId,
    kind: clock.kind,
    ruleId: clock.ruleId,
    name: textsOf[language].clockNames[clock.kind],
    basis: basisOf(clock, context, rule.basis),
    from: clock.from,
    amount: clock.amount,
    unit: clock.unit,
    extendedBy: clock.extensions.reduce((sum, extension) => sum + extension.amount, 0),
    ...(suspended ? {} : { dueOn: result.dueOn, rolledOn: result.rolledOn }),
    isProvisional: result.provisional,
    isSuspended: suspended,
    light,
    ...(isOpen ? { remainingDays: remaining(clock, context) } : {}),
    ...(clock.stoppedAt === undefined ? {} : { stoppedAt: clock.stoppedAt }),
  };
}

/** An item whose own law sets the limit is explained by that law, not by the general one. */
function basisOf(
  clock: ClockState,
  { item }: CaseContext,
  general: ClockView['basis'],
): ClockView['basis'] {
  const limit = { statutory: item.statutoryLimit, committed: item.committedLimit };
  const own =
    clock.kind === 'statutory' || clock.kind === 'committed' ? limit[clock.kind]?.basis : undefined;
  return { ...(own ?? general) };
}

function remaining(clock: ClockState, context: CaseContext): number {
  return remainingWorkingDays(context.calendar, civilDate(context.at), clock.result.dueOn);
}

/** "Why is it due then?": the count day by day, and in one sentence. */
export function explainClock(
  clock: ClockState,
  context: CaseContext,
  language: Language,
): ClockExplanation {
  const days = explainLimit(limitInputOf(clock, context));
  const view = clockView(clock, context, language);
  return {
    clock: view,
    summary: summaryOf(clock, view, days, language),
    days: days.map((day) => ({
      date: day.date,
      weekday: day.weekday,
      kind: day.kind,
      text: dayText(day, clock.unit, language),
      ...(day.n === undefined ? {} : { n: day.n }),
      ...(day.source === undefined ? {} : { source: day.source }),
    })),
  };
}

function dayText(day: ExplainedDay, unit: 'WD' | 'CD', language: Language): string {
  const texts = textsOf[language].explain;
  const key =
    unit === 'CD' && (day.kind === 'counted' || day.kind === 'due')
      ? (`${day.kind}Calendar` as const)
      : day.kind;
  return fill(texts[key], { n: day.n ?? '' });
}

function summaryOf(
  clock: ClockState,
  view: ClockView,
  days: readonly ExplainedDay[],
  language: Language,
): string {
  const texts = textsOf[language].explain;
  if (view.isSuspended) return texts.summarySuspended;
  const suspended = days.filter((day) => day.kind === 'suspended').length;
  const parts = [
    fill(clock.unit === 'CD' ? texts.summaryCalendar : texts.summary, {
      from: formatDay(clock.from, language),
      amount: clock.amount,
      law: view.basis.law,
      article: view.basis.article,
      due: formatDay(clock.result.dueOn, language),
    }),
    view.extendedBy > 0 ? fill(texts.summaryExtended, { days: view.extendedBy }) : '',
    suspended > 0 ? fill(texts.summaryExcluded, { days: suspended }) : '',
    view.isProvisional ? texts.summaryProvisional : '',
  ];
  return parts.filter((part) => part !== '').join('');
}
