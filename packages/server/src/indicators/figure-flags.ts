/**
 * What is true of a figure by itself, as bits of one number: rows that are alike are grouped by it,
 * and a county's year of half a million cases becomes a few thousand groups before anything is
 * counted. Bits are never moved; a new one goes to the end.
 */
import type { CaseFigure } from '@yichuang/kernel/watch';

export const figureFlags = [
  'decided',
  'denied',
  'refused',
  'withdrawn',
  'has_limit',
  'in_time',
  'ended_late',
  'early',
  'has_law',
  'in_time_by_law',
  'ended_late_by_law',
  'same_unit',
  'promised_in_working_days',
  'extended',
  'late_step',
  'special',
  'returned',
  'corrected',
  'corrected_once',
  'online',
  'on_the_spot',
  'deemed',
  'at_most_one_visit',
  'without_visit',
] as const;

export type FigureFlag = (typeof figureFlags)[number];

const DECISIONS: ReadonlySet<string> = new Set(['granted', 'denied', 'answered']);

export function flagsOf(figure: CaseFigure): number {
  const facts = factsOf(figure);
  return figureFlags.reduce((bits, name, i) => (facts[name] ? bits | (1 << i) : bits), 0);
}

/** A limit that stands still has no due day, and is not missed. */
function factsOf(figure: CaseFigure): Readonly<Record<FigureFlag, boolean>> {
  const { promised, statutory, doneOn, outcome, usedDays, visits, corrections } = figure;
  const limit = promised ?? statutory;
  const decided = outcome !== undefined && DECISIONS.has(outcome) && doneOn !== undefined;
  const isAfter = (dueOn: string | undefined): boolean =>
    doneOn !== undefined && dueOn !== undefined && doneOn > dueOn;
  return {
    decided,
    denied: outcome === 'denied',
    refused: outcome === 'acceptance-refused',
    withdrawn: outcome === 'withdrawn',
    has_limit: limit !== undefined,
    in_time: decided && limit !== undefined && !isAfter(limit.dueOn),
    ended_late: !decided && isAfter(limit?.dueOn),
    early: decided && limit !== undefined && usedDays !== undefined && usedDays < limit.days,
    has_law: statutory !== undefined,
    in_time_by_law: decided && statutory !== undefined && !isAfter(statutory.dueOn),
    ended_late_by_law: !decided && isAfter(statutory?.dueOn),
    same_unit: decided && statutory !== undefined && limit?.unit === statutory.unit,
    promised_in_working_days: decided && promised?.unit === 'WD',
    extended: figure.extensions > 0,
    late_step: figure.lateSteps > 0,
    special: figure.specialDays > 0,
    returned: figure.returns > 0,
    corrected: corrections > 0,
    corrected_once: corrections === 1,
    online: figure.channel === 'online',
    on_the_spot: figure.handlingMode === 'on-the-spot',
    deemed: figure.isDeemedAccepted,
    at_most_one_visit: visits <= 1,
    without_visit: visits === 0,
  };
}
