/** Whether the parts of a joint item can be filed with what the whole asks for. */
import type { ItemDefinition, PartFiling } from '@yichuang/kernel/case';
import { partsOf } from './compile-bundle.ts';
import { parseCondition } from './conditions.ts';
import { pointerPart } from './json-lines.ts';
import type { Report } from './read-pack.ts';

/** What an expression may name beside the whole's fields: what the parts before it gave. */
const RESULTS = 'results';

/**
 * A part that lacks something would be refused when it is opened, days after the applicant filed:
 * found when the pack is loaded instead.
 */
export function checkPartFilings(
  whole: ItemDefinition,
  items: ReadonlyMap<string, ItemDefinition>,
  report: Report,
): void {
  const parts = partsOf(whole);
  for (const { id, itemCode } of parts) {
    const item = items.get(itemCode);
    if (item === undefined || !item.isOnline) report('/flow', 'unknown-item', { id: itemCode });
    const filing = whole.partFilings?.[id];
    if (filing === undefined) {
      report('/flow', 'part-without-filing', { part: id });
    } else if (item !== undefined) {
      checkForm(whole, item, filing, `/partFilings${pointerPart(id)}`, report);
      checkMaterials(whole, item, filing, `/partFilings${pointerPart(id)}`, report);
    }
  }
  for (const id of Object.keys(whole.partFilings ?? {})) {
    if (parts.some((part) => part.id === id)) continue;
    report(`/partFilings${pointerPart(id)}`, 'unknown-part', { id });
  }
}

function checkForm(
  whole: ItemDefinition,
  { form }: ItemDefinition,
  filing: PartFiling,
  at: string,
  report: Report,
): void {
  const asked = form?.schema;
  for (const field of asked?.required ?? []) {
    const isAlways = asked?.properties[field]?.['x-when'] === undefined;
    if (isAlways && filing.form[field] === undefined) {
      report(`${at}/form`, 'part-filing-lacks-field', { field });
    }
  }
  for (const [field, expression] of Object.entries(filing.form)) {
    const pointer = `${at}/form${pointerPart(field)}`;
    if (asked?.properties[field] === undefined) {
      report(pointer, 'unknown-form-field', { field });
    }
    const { parses, names } = parseCondition(expression);
    if (!parses) report(pointer, 'condition-does-not-parse', { condition: expression });
    const unknown = names.find(
      (name) => name !== RESULTS && whole.form?.schema.properties[name] === undefined,
    );
    if (unknown !== undefined) {
      report(pointer, 'condition-names-unknown-field', { field: unknown });
    }
  }
}

function checkMaterials(
  whole: ItemDefinition,
  item: ItemDefinition,
  filing: PartFiling,
  at: string,
  report: Report,
): void {
  for (const material of item.materials) {
    const isAlways = material.necessity === 'required' && material.when === undefined;
    if (isAlways && filing.materials[material.id] === undefined) {
      report(`${at}/materials`, 'part-filing-lacks-material', { material: material.name });
    }
  }
  for (const [own, shared] of Object.entries(filing.materials)) {
    const pointer = `${at}/materials${pointerPart(own)}`;
    const isKnown = item.materials.some(({ id }) => id === own);
    if (!isKnown) report(pointer, 'unknown-material', { id: own });
    if (!whole.materials.some(({ id }) => id === shared)) {
      report(pointer, 'unknown-material', { id: shared });
    }
  }
}
