import type { ItemDefinition } from '@yichuang/kernel';
import { allNodes } from './fresh-names.ts';

/** The ids and keys of a definition by which cases, conditions and records find its parts. */
export function idsIn(item: ItemDefinition): string[] {
  return [
    ...(item.flow === undefined ? [] : allNodes(item.flow).map(({ id }) => id)),
    ...Object.keys(item.form?.schema.properties ?? {}),
    ...item.materials.map(({ id }) => id),
  ];
}
