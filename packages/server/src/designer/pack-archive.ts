/** An item as a pack folder in a zip: to be reviewed in Git and imported elsewhere. */
import { strToU8, zipSync, type Zippable } from 'fflate';
import type { ItemDefinition } from '@yichuang/kernel/case';
import { isSame } from './differences.ts';
import { asItemDefinition, itemSchemaOf, type ItemFile } from '../catalogue/index.ts';
import { orderedJson } from './ordered-json.ts';
import { readmeText } from './texts/pack-readme.messages.ts';

export interface ArchiveOrder {
  readonly item: ItemDefinition;
  /** The pack whose organisations and posts it names. */
  readonly needs: string;
  readonly rootOrgId: string;
}

/** A zip has no dates before this one; with a fixed date the same item gives the same bytes. */
const EPOCH = new Date(1980, 0, 1);

export function packArchive({ item, needs, rootOrgId }: ArchiveOrder): Uint8Array {
  const files: Zippable = {};
  for (const [name, text] of packFiles({ item, needs, rootOrgId })) {
    files[`${folderOf(item)}/${name}`] = [strToU8(text), { mtime: EPOCH }];
  }
  return zipSync(files);
}

/** The folder's files with their texts. */
export function packFiles({ item, needs, rootOrgId }: ArchiveOrder): [string, string][] {
  const pack = {
    id: folderOf(item),
    name: item.name,
    nameEn: item.nameEn ?? item.name,
    version: `0.${item.version}.0`,
    needs: [needs],
  };
  return [
    ['pack.json', `${JSON.stringify(pack, undefined, 2)}\n`],
    [`items/${item.code}.json`, itemText(item, rootOrgId)],
    ['README.md', readmeText(item.name, folderOf(item))],
  ];
}

export function folderOf({ code }: Pick<ItemDefinition, 'code'>): string {
  return `item-${code}`.slice(0, 64);
}

/** As an author would write it: what an internal item has not, is not said. */
export function itemText(item: ItemDefinition, rootOrgId: string): string {
  const said = item.lifecycle === 'internal' ? withoutFillers(item, rootOrgId) : item;
  return orderedJson(itemSchemaOf(item), said);
}

function withoutFillers(item: ItemDefinition, rootOrgId: string): Partial<ItemDefinition> {
  const fillers: readonly (keyof ItemDefinition)[] = [
    'taskType',
    'audiences',
    'themes',
    'handlingMode',
    'visits',
    'conditions',
    'legalBasis',
    'correctionRule',
    'serviceRule',
    'materials',
    'fees',
    'specialProcedures',
  ];
  return fillers.reduce<Partial<ItemDefinition>>((said, filler) => {
    const { [filler]: _, ...shorter } = said;
    // Read again, it has to be the same item.
    return isSame(asItemDefinition(shorter as ItemFile, rootOrgId), item) ? shorter : said;
  }, item);
}
