import type { DayNumber, PlainDate } from './plain-date.ts';
import { toDayNumber } from './plain-date.ts';
import type { LimitRule } from './rule.ts';

/**
 * One excluded procedure in the ledger of a clock.
 *
 * `from` is the day it starts (day p), `to` the day it ends (day r). Days d with p < d ≤ r are not
 * counted: day p still counts, and the clock goes on the day after r. While `to` is absent the
 * procedure is running, and the ledger reads it up to the `asOf` of the question.
 *
 * @basis 行政许可法 第45条: 依法需要听证、招标、拍卖、检验、检测、检疫、鉴定和专家评审的，所需时间不计算在本节规定的期限内。
 */
export interface Suspension {
  readonly id: string;
  readonly from: PlainDate;
  readonly to?: PlainDate;
  /** Must be among the rule's `suspendedBy`, or the suspension does not touch that limit. */
  readonly reason: string;
  readonly documentId?: string;
}

/** Closed span of uncounted days, with the suspension that first excluded them. */
export interface SuspendedSpan {
  readonly first: DayNumber;
  readonly last: DayNumber;
  readonly suspensionId: string;
}

/**
 * The days that a ledger excludes from one rule, as disjoint spans in order. Overlapping
 * procedures are merged here and nowhere else, so that no day is ever excluded twice.
 *
 * @throws RangeError when a suspension ends before it starts, or runs and no `asOf` is given.
 */
export function suspendedSpans(
  rule: LimitRule,
  suspensions: readonly Suspension[],
  asOf?: PlainDate,
): readonly SuspendedSpan[] {
  const spans = suspensions
    .filter((suspension) => rule.suspendedBy.includes(suspension.reason))
    .map((suspension) => ({
      first: toDayNumber(suspension.from) + 1,
      last: toDayNumber(lastDay(suspension, asOf)),
      suspensionId: suspension.id,
    }))
    .filter((span) => span.last >= span.first)
    .sort((a, b) => a.first - b.first || b.last - a.last);
  const disjoint: SuspendedSpan[] = [];
  let covered = Number.NEGATIVE_INFINITY;
  for (const span of spans) {
    const first = Math.max(span.first, covered + 1);
    if (first <= span.last) disjoint.push({ ...span, first });
    covered = Math.max(covered, span.last);
  }
  return disjoint;
}

export function spanAt(spans: readonly SuspendedSpan[], day: DayNumber): SuspendedSpan | undefined {
  return spans.find((span) => span.first <= day && day <= span.last);
}

function lastDay(suspension: Suspension, asOf: PlainDate | undefined): PlainDate {
  const last = suspension.to ?? asOf;
  if (last === undefined) {
    throw new RangeError(`suspension ${suspension.id} is running: asOf is needed`);
  }
  if (suspension.to !== undefined && suspension.to < suspension.from) {
    throw new RangeError(`suspension ${suspension.id} ends before it starts`);
  }
  return last;
}
