import { instantMs } from '@yichuang/kernel/time';
import { asWatchRule, type SupervisionData } from '../catalogue/index.ts';
import type { Clock } from '../platform/clock/index.ts';
import type { Db } from '../platform/db/index.ts';
import { compileRules, type CompiledRules } from './compile-rules.ts';
import { riskRules } from './risk-rules.ts';
import { newestRules, type RuleVersion } from './rule-store.pg.ts';

export interface RulesInForce {
  /** As of the last reading, at most ten seconds ago. */
  current(): Promise<CompiledRules>;
  /** Drops what is remembered: after a publication. */
  forget(): void;
}

/** How long another process may go on with the version before. */
const STALE_AFTER_MS = 10_000;

/** @param clock real time, not a demo's moved clock */
export function createRulesInForce(
  db: Db,
  tenantId: string,
  clock: Clock,
  data: Pick<SupervisionData, 'riskPoints'>,
): RulesInForce {
  let known: { readonly rules: Promise<CompiledRules>; readonly readAtMs: number } | undefined;
  return {
    current() {
      const nowMs = instantMs(clock.now());
      if (known !== undefined && nowMs - known.readAtMs < STALE_AFTER_MS) return known.rules;
      const rules = newestRules(db, tenantId).then((rows) => compileVersions(rows, data));
      known = { rules, readAtMs: nowMs };
      rules.catch(() => (known = undefined));
      return rules;
    },
    forget() {
      known = undefined;
    },
  };
}

/** With the rules of the risk points, which follow those that they name. */
function compileVersions(
  rows: readonly RuleVersion[],
  { riskPoints }: Pick<SupervisionData, 'riskPoints'>,
): CompiledRules {
  const rules = rows
    .filter(({ act }) => act === 'published')
    .map(({ definition, version }) => asWatchRule(definition, version));
  return compileRules([...rules, ...riskRules(riskPoints, rules)]);
}
