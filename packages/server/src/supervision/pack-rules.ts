import type { WatchRule } from '@yichuang/kernel/watch';
import { asWatchRule, type SupervisionData } from '../catalogue/index.ts';
import { riskRules } from './risk-rules.ts';

/** The rules that packs bring, each as its version 1, with those of their risk points. */
export function packRules({ rules, riskPoints }: SupervisionData): WatchRule[] {
  const own = rules.map((file) => asWatchRule(file, 1));
  return [...own, ...riskRules(riskPoints, own)];
}
