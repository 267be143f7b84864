import { canonicalJson } from '@yichuang/kernel/ledger';
import type { WatchRuleFile } from '../catalogue/index.ts';

/**
 * Whether a draft of a rule of law finds at least what the version in force finds. What it looks
 * at, its condition, scope and light stay; of its thresholds each may only go the stricter way.
 * Its wording, and whom it tells, may change.
 */
export function isAsStrict(draft: WatchRuleFile, inForce: WatchRuleFile): boolean {
  return (
    canonicalJson(frame(draft)) === canonicalJson(frame(inForce)) &&
    Object.entries(inForce.parameters ?? {}).every(([name, before]) => {
      const after = draft.parameters?.[name];
      if (after === undefined) return false;
      const { value: _after, ...limits } = after;
      const { value: _before, ...limitsBefore } = before;
      const isSame = canonicalJson(bounds(limits)) === canonicalJson(bounds(limitsBefore));
      if (!isSame) return false;
      if (before.stricter === 'lower') return after.value <= before.value;
      if (before.stricter === 'higher') return after.value >= before.value;
      return after.value === before.value;
    })
  );
}

function frame({ id, kind, light, each, when, scope, isByLaw, parameters }: WatchRuleFile) {
  const names = Object.keys(parameters ?? {}).toSorted();
  return { id, kind, light, each, when, scope: scope ?? null, isByLaw: isByLaw === true, names };
}

function bounds(limits: {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly stricter?: string;
}) {
  const { minimum = null, maximum = null, stricter = null } = limits;
  return { minimum, maximum, stricter };
}
