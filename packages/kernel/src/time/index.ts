/**
 * Working days, limits, clocks that stand still, lights, and "why is it due then?" (laws.md §0,
 * §12–§14). Invariant: nothing here asks what time it is; the day and the instant are handed in.
 */
export type { PlainDate, Weekday } from './plain-date.ts';
export {
  addDays,
  addMonths,
  compareDates,
  daysBetween,
  isPlainDate,
  plainDate,
  weekday,
} from './plain-date.ts';
export type { Instant } from './instant.ts';
export {
  addMs,
  civilDate,
  compareInstants,
  endOfDay,
  instant,
  instantFromMs,
  instantMs,
  isInstant,
  startOfDay,
} from './instant.ts';
export type { Calendar, CalendarOverride, CalendarYear, DayFacts, DayKind } from './calendar.ts';
export {
  dayFacts,
  isPublished,
  isStatutoryOff,
  isWorkingDay,
  makeCalendar,
  nextWorkingDay,
  workingDayOnOrAfter,
} from './calendar.ts';
export type {
  ExpiryOutcome,
  ExtensionRule,
  LegalBasis,
  LimitRule,
  LimitTerms,
  LimitUnit,
  RuleLevel,
} from './rule.ts';
export { EXPIRY_OUTCOMES, findLimitRule, LIMIT_UNITS, RULE_LEVELS } from './rule.ts';
export type { Suspension } from './clock.ts';
export type { LimitExtension, LimitInput } from './count.ts';
export type { ExtensionProblem, LimitResult } from './limit.ts';
export { computeLimit, extensionProblem, filingDay, remainingWorkingDays } from './limit.ts';
export type { ExplainedDay, ExplainedKind } from './explain.ts';
export { explainLimit } from './explain.ts';
export type { Light, LightInstants, LightState } from './light.ts';
export { lightAt } from './light.ts';
export { parseCalendarYear } from './parse-calendar.ts';
export { parseLimitRules, parseLimitTerms, readBasis } from './parse-rules.ts';
export { PackDataError } from './parse-json.ts';
