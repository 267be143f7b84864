import type { Language } from '../platform/refusal.ts';
import type { SupervisionDeps } from './hit-deps.ts';
import { newestRules } from './rule-store.pg.ts';

/** Names of all rules, those of risk points and those retired with them. */
export async function ruleNames(
  { db, tenantId, data }: Pick<SupervisionDeps, 'db' | 'tenantId' | 'data'>,
  language: Language,
): Promise<(ruleId: string) => string> {
  const rows = await newestRules(db, tenantId);
  const known = new Map(rows.map(({ ruleId, definition }) => [ruleId, definition]));
  return (ruleId) => {
    const [base = '', pointId] = ruleId.split('@');
    const rule = known.get(base);
    const point = data.riskPoints.find(({ id }) => id === pointId);
    if (language === 'en') {
      const name = rule?.nameEn ?? rule?.name ?? base;
      return point === undefined ? name : `${point.nameEn ?? point.name}: ${name}`;
    }
    const name = rule?.name ?? base;
    return point === undefined ? name : `${point.name}：${name}`;
  };
}
