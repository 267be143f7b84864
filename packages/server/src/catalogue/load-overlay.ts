import type { ItemDefinition } from '@yichuang/kernel/case';
import { canonicalJson } from '@yichuang/kernel/ledger';
import { readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { checkItem } from './check-item.ts';
import type { ItemContext } from './item-context.ts';
import { asItemDefinition } from './item-schema.ts';
import { readLetterData, type LetterData } from './letter-data.ts';
import { readSupervisionData, type SupervisionData } from './supervision-data.ts';
import type { OverlayFile } from './pack-schemas.ts';
import type { PackProblem } from './pack-problem.ts';
import { readReviewData, type ReviewData } from './review-data.ts';
import { readTemplates, type PackTemplates } from './pack-templates.ts';
import { identifyPack, readOverlayFiles } from './read-pack.ts';
import { readUploadShape, type UploadShape } from './upload-shape.ts';

/** A pack that brings items and templates, checked against what the packs beneath it offer. */
export interface Overlay {
  readonly file: OverlayFile;
  readonly items: readonly ItemDefinition[];
  readonly templates: PackTemplates | undefined;
  readonly letterData: LetterData;
  readonly uploadShape: UploadShape | undefined;
  readonly supervision: SupervisionData;
  readonly reviewData: ReviewData | undefined;
}

/** What is there beneath an overlay. */
export interface Beneath {
  readonly packIds: ReadonlySet<string>;
  /** By code; an overlay may bring a newer version, never another one under the same number. */
  readonly items: ReadonlyMap<string, ItemDefinition>;
}

/** Reads an overlay and checks it against what is beneath; `context` is that of what is beneath. */
export async function readOverlay(
  directory: string,
  context: ItemContext,
  beneath: Beneath,
): Promise<{ readonly overlay: Overlay | undefined; readonly problems: PackProblem[] }> {
  const problems: PackProblem[] = [];
  const { pack, items: files } = await readOverlayFiles(directory, problems);
  for (const [i, id] of (pack?.value.needs ?? []).entries()) {
    if (!beneath.packIds.has(id)) pack?.report(`/needs/${i}`, 'unknown-pack', { id });
  }
  const templates = await readTemplates(directory, problems, context.templateIds);
  const inReach = { ...context, templateIds: withTemplates(context.templateIds, templates) };
  const letterData = await readLetterData(directory, context.organisations, problems);
  const uploadShape = await readUploadShape(directory, problems);
  const codes = new Set<string>();
  const [rootOrgId = ''] = context.organisations.keys();
  const items = files.flatMap((file) => {
    if (file === undefined) return [];
    const item = asItemDefinition(file.value, rootOrgId);
    if (codes.has(item.code) || isTaken(item, beneath)) {
      file.report('/code', 'id-used-twice', { id: item.code });
    }
    codes.add(item.code);
    checkItem(item, inReach, file.report);
    return [item];
  });
  const inReachItems = new Map([
    ...beneath.items,
    ...items.map((item) => [item.code, item] as const),
  ]);
  const reviewData = await readReviewData(directory, codes, problems);
  const supervision = await readSupervisionData(directory, inReachItems, problems);
  if (pack === undefined || problems.length > 0) return { overlay: undefined, problems };
  const { value: file } = pack;
  const overlay = { file, items, templates, letterData, supervision, uploadShape, reviewData };
  return { overlay, problems };
}

/** What an item may name: the documents of its own pack and of those beneath. */
export function withTemplates(
  beneath: ReadonlySet<string> | undefined,
  own: PackTemplates | undefined,
): ReadonlySet<string> | undefined {
  return own === undefined ? beneath : new Set([...(beneath ?? []), ...own.ids]);
}

function isTaken(item: ItemDefinition, { items }: Beneath): boolean {
  const known = items.get(item.code);
  if (known === undefined || item.version > known.version) return false;
  return item.version < known.version || canonicalJson(known) !== canonicalJson(item);
}

/** Where a pack stands: by itself, or on one that lies beside it. */
export interface Footing {
  /** The folder of the pack that it needs and that stands by itself. */
  readonly baseDirectory?: string;
  /** Ids of all packs that lie beside it. */
  readonly besideIds: ReadonlySet<string>;
}

/** @returns undefined for a pack that stands by itself */
export async function findFooting(directory: string): Promise<Footing | undefined> {
  const needs = (await identifyPack(directory))?.needs;
  if (needs === undefined) return undefined;
  const own = resolve(directory);
  const entries = await readdir(dirname(own), { withFileTypes: true });
  const folders = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(dirname(own), entry.name))
    .filter((folder) => folder !== own);
  const known = await Promise.all(
    folders.map(async (folder) => ({ folder, identity: await identifyPack(folder) })),
  );
  const base = known.find(
    ({ identity }) => identity?.needs === undefined && needs.includes(identity?.id ?? ''),
  );
  return {
    ...(base !== undefined && { baseDirectory: base.folder }),
    besideIds: new Set(known.flatMap(({ identity }) => identity?.id ?? [])),
  };
}
