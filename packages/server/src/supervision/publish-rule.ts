import type { ActorRef } from '@yichuang/kernel/case';
import { appendJournal, lockJournal } from '../ledger/index.ts';
import type { Db } from '../platform/db/index.ts';
import { insertRuleVersion, type RuleVersion } from './rule-store.pg.ts';

/** The stream of the journal in which every version of a rule is. */
export function ruleStream(ruleId: string): string {
  return `watch-rule:${ruleId}`;
}

/**
 * Adds a version of a rule, and an entry about it to the journal: both or neither.
 *
 * @returns false where somebody else published that version first
 */
export async function addRuleVersion(
  tx: Db,
  tenantId: string,
  version: RuleVersion,
  actor: ActorRef,
): Promise<boolean> {
  // Before the version, as who retires it does: neither waits for the other for ever.
  await lockJournal(tx, tenantId, ruleStream(version.ruleId));
  if (!(await insertRuleVersion(tx, tenantId, version))) return false;
  const { act, publishedAt: at, ...data } = version;
  const type = act === 'published' ? 'WatchRulePublished' : 'WatchRuleRetired';
  await appendJournal(tx, tenantId, ruleStream(version.ruleId), [{ type, actor, data, at }]);
  return true;
}
