import type { ItemDefinition, LetterKind, MaterialDefinition } from '@yichuang/kernel/case';
import type { LetterDeps } from './letter-deps.ts';
import { ATTACHMENTS } from './letter-writer.ts';

/** Reviews follow from an answer, orders come from the hotline: nobody writes in by them. */
const NOT_WRITTEN: ReadonlySet<LetterKind> = new Set(['review', 'recheck', 'hotline']);

export interface LetterItem extends ItemDefinition {
  readonly letter: NonNullable<ItemDefinition['letter']>;
  readonly form: NonNullable<ItemDefinition['form']>;
}

/** Every way to write in, in the pack's order. */
export async function listLetterItems(
  deps: Pick<LetterDeps, 'db' | 'tenantId' | 'findItem'>,
): Promise<readonly LetterItem[]> {
  const rows = await deps.db.query<{ code: string }>({
    name: 'letter-items',
    text: `SELECT code FROM item WHERE tenant_id = $1 AND is_letter AND status = 'current'
      ORDER BY coalesce((definition ->> 'rank')::int, 1000), code`,
    values: [deps.tenantId],
  });
  const items = await Promise.all(rows.map(({ code }) => findLetterItem(deps, code)));
  return items.flatMap((item) => item ?? []);
}

/** The item if one can write in by it. */
export async function findLetterItem(
  deps: Pick<LetterDeps, 'findItem'>,
  code: string,
): Promise<LetterItem | undefined> {
  const item = await deps.findItem(code);
  if (item?.letter === undefined || item.form === undefined || !item.isOnline) return undefined;
  if (NOT_WRITTEN.has(item.letter.kind)) return undefined;
  return { ...item, letter: item.letter, form: item.form };
}

/** The material that photos, videos and scans of such a letter go to, with its rule. */
export async function attachmentsOf(
  deps: Pick<LetterDeps, 'findItem'>,
  code: string,
): Promise<MaterialDefinition | undefined> {
  const item = await findLetterItem(deps, code);
  return item?.materials.find(({ id }) => id === ATTACHMENTS);
}
