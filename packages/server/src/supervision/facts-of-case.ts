import type { CaseState, Recorded } from '@yichuang/kernel/case';
import type { Instant } from '@yichuang/kernel/time';
import { caseFacts, type CaseFacts } from '@yichuang/kernel/watch';
import type { WatchDeps } from './watch-deps.ts';

/** @throws Error where the version of the item that the case walks is gone */
export async function factsOfCase(
  { findItem, statutes, data }: Pick<WatchDeps, 'findItem' | 'statutes' | 'data'>,
  state: CaseState,
  events: readonly Recorded[],
  at: Instant,
): Promise<CaseFacts> {
  const item = await findItem(state.itemCode, state.itemVersion);
  if (item === undefined) throw new Error(`item ${state.itemCode} is gone`);
  const { calendar, rules } = statutes;
  const { feeList } = data;
  const list = feeList === undefined ? {} : { feeList };
  return caseFacts(events, state, { item, calendar, rules, at, ...list });
}
