import type { ItemDefinition } from '@yichuang/kernel/case';
import {
  asItemDefinition,
  checkShape,
  InternalItemSchema,
  ItemSchema,
  itemSchemaOf,
  type ItemFile,
  type ShapeProblem,
} from '../catalogue/index.ts';
import { lenientSchema } from './lenient-schema.ts';

const LicensingDraft = lenientSchema(ItemSchema);
const InternalDraft = lenientSchema(InternalItemSchema);

export type ReadItem =
  | { readonly ok: true; readonly item: ItemDefinition }
  | { readonly ok: false; readonly problems: readonly ShapeProblem[] };

/**
 * A JSON value as an item under construction: every part of its kind, some perhaps empty.
 * @param rootOrgId whose an internal item is that names no organisation
 */
export function readItem(value: unknown, rootOrgId: string): ReadItem {
  const isInternal = itemSchemaOf(value) === InternalItemSchema;
  const problems = checkShape(isInternal ? InternalDraft : LicensingDraft, value);
  const [first] = problems;
  if (first !== undefined) return { ok: false, problems };
  return { ok: true, item: asItemDefinition(value as ItemFile, rootOrgId) };
}
