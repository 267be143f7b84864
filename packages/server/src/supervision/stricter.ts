import { canonicalJson } from '@yichuang/kernel/ledger';
import type { WatchRuleFile } from '../catalogue/index.ts';

/**
 * Whether a draft of a rule of law finds at least what the version in force finds, and nobody
 * hears of it who did not before. What it looks at, its condition and its scope stay; light,
 * thresholds and a demanded answer may only go the stricter way, and who is told stays told. Its
 * wording may change.
 */
export function isAsStrict(draft: WatchRuleFile, inForce: WatchRuleFile): boolean {
  return (
    canonicalJson(frame(draft)) === canonicalJson(frame(inForce)) &&
    (draft.light === inForce.light || draft.light === 'red') &&
    (inForce.tell ?? []).every((to) => draft.tell?.includes(to) === true) &&
    isOrderAsStrict(draft, inForce) &&
    areThresholdsAsStrict(draft, inForce)
  );
}

function frame({ id, kind, each, when, scope, isByLaw, parameters }: WatchRuleFile) {
  const names = Object.keys(parameters ?? {}).toSorted();
  return { id, kind, each, when, scope: scope ?? null, isByLaw: isByLaw === true, names };
}

function isOrderAsStrict({ order: after }: WatchRuleFile, { order: before }: WatchRuleFile) {
  if (before === undefined) return true;
  return after !== undefined && after.feedbackDays <= before.feedbackDays;
}

function areThresholdsAsStrict(draft: WatchRuleFile, inForce: WatchRuleFile): boolean {
  return Object.entries(inForce.parameters ?? {}).every(([name, before]) => {
    const after = draft.parameters?.[name];
    if (after === undefined) return false;
    const { value: _after, ...limits } = after;
    const { value: _before, ...limitsBefore } = before;
    const isSame = canonicalJson(bounds(limits)) === canonicalJson(bounds(limitsBefore));
    if (!isSame) return false;
    if (before.stricter === 'lower') return after.value <= before.value;
    if (before.stricter === 'higher') return after.value >= before.value;
    return after.value === before.value;
  });
}

function bounds(limits: {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly stricter?: string;
}) {
  const { minimum = null, maximum = null, stricter = null } = limits;
  return { minimum, maximum, stricter };
}
