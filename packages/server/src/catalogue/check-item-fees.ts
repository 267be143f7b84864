import type { ItemDefinition } from '@yichuang/kernel/case';
import { parseCondition } from './conditions.ts';
import type { Report } from './read-pack.ts';

/**
 * A fee is computed from a field that is always there, and its exemptions are conditions that can
 * be decided.
 * @basis 行政许可法 第五十九条: 应当按照公布的法定项目和标准收费。
 */
export function checkItemFees(item: ItemDefinition, report: Report): void {
  const form = item.form?.schema;
  for (const [i, fee] of item.fees.entries()) {
    if (fee.kind !== 'fixed') {
      const field = fee.quantityField;
      const type = form?.properties[field]?.type;
      const isNumber = type === 'number' || type === 'integer';
      if (!isNumber || form?.required.includes(field) !== true) {
        report(`/fees/${i}/quantityField`, 'fee-field-not-a-required-number', { field });
      }
    }
    for (const [j, { when }] of (fee.exemptions ?? []).entries()) {
      checkCondition(when, item, `/fees/${i}/exemptions/${j}/when`, report);
    }
  }
}

export function checkCondition(
  condition: string,
  item: ItemDefinition,
  pointer: string,
  report: Report,
  /** What it sees beside the fields: in a flow, how the parts of a joint case ended. */
  others: readonly string[] = [],
): void {
  const { parses, names } = parseCondition(condition);
  if (!parses) return report(pointer, 'condition-does-not-parse', { condition });
  const unknown = names.find(
    (name) => item.form?.schema.properties[name] === undefined && !others.includes(name),
  );
  if (unknown !== undefined) {
    report(pointer, 'condition-names-unknown-field', { field: unknown });
  }
}
