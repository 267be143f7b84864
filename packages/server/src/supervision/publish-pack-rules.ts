import { canonicalJson } from '@yichuang/kernel/ledger';
import type { Instant } from '@yichuang/kernel/time';
import type { SupervisionData, WatchRuleFile } from '../catalogue/index.ts';
import type { Database } from '../platform/db/index.ts';
import { addRuleVersion } from './publish-rule.ts';
import { newestRules, type RuleVersion } from './rule-store.pg.ts';

const BY_PACK = { kind: 'system', personId: 'system', name: 'system', rule: 'pack' } as const;

/**
 * The rules of the packs, each as its version 1; a changed one as the next. What the county made
 * its own, or retired, stays as it is: an upgrade takes nobody's thresholds away.
 */
export async function publishPackRules(
  db: Database,
  tenantId: string,
  { rules }: SupervisionData,
  at: Instant,
): Promise<void> {
  const known = new Map((await newestRules(db, tenantId)).map((row) => [row.ruleId, row]));
  const changed = rules.filter((rule) => isNew(known.get(rule.id), rule));
  for (const definition of changed) {
    const version = (known.get(definition.id)?.version ?? 0) + 1;
    const row: RuleVersion = {
      ruleId: definition.id,
      version,
      act: 'published',
      definition,
      source: 'pack',
      authorId: null,
      publisherId: null,
      publisherName: null,
      reason: 'pack',
      basis: null,
      publishedAt: at,
    };
    await db.tx((tx) => addRuleVersion(tx, tenantId, row, BY_PACK));
  }
}

function isNew(known: RuleVersion | undefined, rule: WatchRuleFile): boolean {
  if (known === undefined) return true;
  if (known.source !== 'pack' || known.act === 'retired') return false;
  return canonicalJson(known.definition) !== canonicalJson(rule);
}
