import { factNames, type RiskPoint, type WatchRule, type WatchScope } from '@yichuang/kernel/watch';
import type { RiskPointFile } from '../catalogue/index.ts';

/**
 * 廉政风险点 as rules: what watches every case watches these steps once more, with the thresholds
 * that the item's own department set. A point of high risk is red at once.
 *
 * @param rules in force; a point follows the newest version of what it names
 */
export function riskRules(
  points: readonly RiskPointFile[],
  rules: readonly WatchRule[],
): WatchRule[] {
  return points.flatMap((point) =>
    point.watch.flatMap(({ rule: id, parameters }) => {
      const base = rules.find((rule) => rule.id === id);
      return base === undefined ? [] : [emphasised(point, base, parameters ?? {})];
    }),
  );
}

function emphasised(
  point: RiskPointFile,
  base: WatchRule,
  parameters: Readonly<Record<string, number>>,
): WatchRule {
  const { id, item, step, watch: _watch, ...rest } = point;
  const names: readonly string[] = factNames[base.each];
  const isOfStep = step !== undefined && names.includes('step');
  const riskPoint: RiskPoint = rest;
  return {
    ...base,
    id: `${base.id}@${id}`,
    name: `${point.name}：${base.name}`,
    nameEn: `${point.nameEn ?? point.name}: ${base.nameEn ?? base.name}`,
    kind: 'integrity',
    light: point.level === 'high' ? 'red' : base.light,
    when: isOfStep ? `(${base.when}) and it.step = "${step}"` : base.when,
    parameters: { ...base.parameters, ...parameters },
    scope: scopeOfPoint(base, item),
    riskPoint,
  };
}

/**
 * The item of the point, wherever it is handled: what a county takes out of the scope of the rule
 * itself is not taken from under the watch of a risk that was named.
 */
function scopeOfPoint({ scope: { lifecycles } = {} }: WatchRule, item: string): WatchScope {
  return lifecycles === undefined ? { items: [item] } : { items: [item], lifecycles };
}
