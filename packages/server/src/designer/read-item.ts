import type { ItemDefinition } from '@yichuang/kernel/case';
import { subtree } from '@yichuang/kernel/flow';
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

/** Several times what any office draws; checks look from every step at all the others. */
const MOST_NODES = 500;

export type ReadItem =
  | { readonly ok: true; readonly item: ItemDefinition }
  | { readonly ok: false; readonly problems: readonly ShapeProblem[] };

/**
 * A JSON value as an item under construction: every part of its kind, some perhaps empty.
 * @param rootOrgId whose an internal item is that names no organisation
 */
export function readItem(value: unknown, rootOrgId: string): ReadItem {
  const isLicensing = itemSchemaOf(value) === ItemSchema;
  // A letter is not designed here: its life-cycle is the value that is not allowed.
  const problems = checkShape(isLicensing ? LicensingDraft : InternalDraft, value);
  if (problems.length > 0) return { ok: false, problems };
  const item = asItemDefinition(value as ItemFile, rootOrgId);
  const { flow } = item;
  const nodes = [flow?.main, flow?.denied].flatMap((root) => (root ? subtree(root) : []));
  if (nodes.length <= MOST_NODES) return { ok: true, item };
  const params = { maximum: MOST_NODES };
  return { ok: false, problems: [{ pointer: '/flow', code: 'too-long', params }] };
}
