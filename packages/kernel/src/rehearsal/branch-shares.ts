/** Conditions of a flow as chances: a rehearsal has no forms to evaluate them on. */
import { indexFlow, type FlowDefinition } from '../flow/index.ts';

/** Every second case takes a branch of a parallel whose share nobody knows. */
const UNKNOWN_SHARE = 0.5;

type Shares = Readonly<Record<string, Readonly<Record<string, number>>>>;

/**
 * The chance that a condition holds when it is asked. The branches of a choice are asked in their
 * order, so each one's share is taken of what those before it have left. A condition that occurs
 * twice holds for a case in both places or in neither: it is one fact about the case.
 */
export function branchShares(flow: FlowDefinition, shares: Shares): ReadonlyMap<string, number> {
  const chances = new Map<string, number>();
  const put = (condition: string, chance: number): void => {
    if (!chances.has(condition)) chances.set(condition, chance);
  };
  for (const { node } of indexFlow(flow).values()) {
    if (node.kind === 'parallel') {
      for (const { id, when } of node.branches) {
        if (when !== undefined) put(when, shares[node.id]?.[id] ?? UNKNOWN_SHARE);
      }
    }
    if (node.kind !== 'choice') continue;
    let left = 1;
    for (const { id, when } of node.branches) {
      if (when === undefined) continue;
      const share = shares[node.id]?.[id] ?? 1 / node.branches.length;
      put(when, left <= 0 ? 0 : Math.min(1, share / left));
      left -= share;
    }
  }
  return chances;
}
