import type { ItemDefinition } from '@yichuang/kernel/case';
import { join } from 'node:path';
import { loadStatutes } from '../statutes/index.ts';
import { checkBundle } from './check-bundle.ts';
import { checkPartFilings } from './check-part-filings.ts';
import { compileBundle } from './compile-bundle.ts';
import { checkItem } from './check-item.ts';
import { checkOrganisations, checkPeople, checkPosts, uniqueIds } from './check-organisations.ts';
import type { ItemContext } from './item-context.ts';
import { asItemDefinition } from './item-schema.ts';
import { joinLetterData, noLetterData } from './letter-data.ts';
import { findFooting, readOverlay, withTemplates } from './load-overlay.ts';
import type { Pack } from './pack.ts';
import { PackError, type PackProblem } from './pack-problem.ts';
import { readTemplates } from './pack-templates.ts';
import { joinSupervisionData, noSupervisionData } from './supervision-data.ts';
import { readPackFiles, type PackFiles, type Report } from './read-pack.ts';

export interface PackOptions {
  /** Folder with limits.json, whose rules the items name. */
  readonly statutesDirectory?: string;
  /** Folders of packs that bring more items and documents for this one's organisations. */
  readonly overlays?: readonly string[];
}

/**
 * A pack's folder as typed data with its overlays, wholly checked: a start or a publication with a
 * broken flow is refused before anything is stored.
 * @throws PackError with every problem, each with file, line and element
 */
export async function loadPack(directory: string, options: PackOptions = {}): Promise<Pack> {
  const { pack, context, problems } = await readPack(directory, options);
  if (pack === undefined || context === undefined || problems.length > 0) {
    throw new PackError(directory, problems);
  }
  const packIds = new Set([pack.id]);
  let whole = pack;
  let { templateIds } = context;
  for (const folder of options.overlays ?? []) {
    const beneath = { packIds, items: byCode(whole.items) };
    const inReach = { ...context, templateIds };
    const { overlay, problems: wrong } = await readOverlay(folder, inReach, beneath);
    if (overlay === undefined) throw new PackError(folder, wrong);
    const { file, templates, uploadShape } = overlay;
    packIds.add(file.id);
    templateIds = withTemplates(templateIds, templates);
    whole = {
      ...whole,
      items: [...byCode([...whole.items, ...overlay.items]).values()],
      overlays: [...whole.overlays, file],
      letterData: joinLetterData(whole.letterData, overlay.letterData),
      ...(uploadShape === undefined ? {} : { uploadShape }),
      supervision: joinSupervisionData(whole.supervision, overlay.supervision),
      ...(overlay.reviewData !== undefined && { reviewData: overlay.reviewData }),
      overlayTemplates: [...whole.overlayTemplates, ...(templates ? [templates.folder] : [])],
    };
  }
  return whole;
}

/**
 * Everything that is wrong with a pack; empty when it can be loaded. One that needs another is
 * checked on the one beside it.
 */
export async function checkPack(
  directory: string,
  options: PackOptions = {},
): Promise<readonly PackProblem[]> {
  const footing = await findFooting(directory);
  if (footing === undefined) return (await readPack(directory, options)).problems;
  const { baseDirectory, besideIds } = footing;
  const place = { file: 'pack.json', line: 1, element: '/needs' };
  if (baseDirectory === undefined) return [{ ...place, code: 'base-pack-missing', params: {} }];
  const base = await readPack(baseDirectory, options);
  if (base.pack === undefined || base.context === undefined) {
    return [{ ...place, code: 'base-pack-broken', params: { problems: base.problems.length } }];
  }
  const { problems } = await readOverlay(directory, base.context, {
    packIds: besideIds,
    items: byCode(base.pack.items),
  });
  return inOrder(problems);
}

/** Of two with the same code the later, in the place of the first. */
function byCode(items: readonly ItemDefinition[]): Map<string, ItemDefinition> {
  return new Map(items.map((item) => [item.code, item]));
}

interface ReadPack {
  readonly pack: Pack | undefined;
  readonly context: ItemContext | undefined;
  readonly problems: readonly PackProblem[];
}

async function readPack(directory: string, options: PackOptions): Promise<ReadPack> {
  const problems: PackProblem[] = [];
  const files = await readPackFiles(directory, problems);
  const { rules } = await loadStatutes(options.statutesDirectory);
  const templates = await readTemplates(directory, problems);
  const context = crossCheck(files, rules, templates?.ids);
  const pack = problems.length === 0 ? assemble(directory, files) : undefined;
  return { pack, context, problems: inOrder(problems) };
}

function inOrder(problems: readonly PackProblem[]): PackProblem[] {
  return problems.toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}

/** What one file says about another; a file without its shape is reported already. */
function crossCheck(
  files: PackFiles,
  rules: Awaited<ReturnType<typeof loadStatutes>>['rules'],
  templateIds: ReadonlySet<string> | undefined,
): ItemContext | undefined {
  const { pack, organisations, posts, people, themes, departments, superseded } = files;
  if (pack === undefined || organisations === undefined || posts === undefined) return undefined;
  const orgIds = checkOrganisations(organisations, pack.value);
  const postIds = checkPosts(posts, orgIds);
  if (people !== undefined) checkPeople(people, postIds);
  const themeIds = new Set(themes === undefined ? [] : themeIdsOf(themes, orgIds));
  for (const [i, { orgId }] of (departments?.value ?? []).entries()) {
    if (!orgIds.has(orgId)) {
      departments?.report(`/${i}/orgId`, 'unknown-organisation', { id: orgId });
    }
  }
  const context: ItemContext = {
    organisations: new Map(organisations.value.map((org) => [org.id, org])),
    postIds,
    roles: new Set(posts.value.flatMap(({ role }) => role ?? [])),
    themeIds,
    templateIds,
    rules,
  };
  const items = checkItems(files, organisations.value[0]?.id ?? '', context);
  checkBundles(files, items, context);
  for (const [i, { by }] of (superseded?.value ?? []).entries()) {
    if (!items.has(by)) superseded?.report(`/${i}/by`, 'unknown-item', { id: by });
  }
  return context;
}

function checkItems(
  files: PackFiles,
  rootOrgId: string,
  context: ItemContext,
): ReadonlyMap<string, ItemDefinition> {
  const items = new Map<string, ItemDefinition>();
  const read = files.items.flatMap((file) =>
    file === undefined ? [] : [{ file, item: asItemDefinition(file.value, rootOrgId) }],
  );
  for (const { file, item } of read) {
    if (items.has(item.code)) file.report('/code', 'id-used-twice', { id: item.code });
    items.set(item.code, item);
    checkItem(item, context, file.report);
  }
  for (const { file, item } of read) checkPartFilings(item, items, file.report);
  return items;
}

function checkBundles(
  files: PackFiles,
  items: ReadonlyMap<string, ItemDefinition>,
  context: ItemContext,
): void {
  const codes = new Set(items.keys());
  const ids = new Set<string>();
  for (const file of files.bundles) {
    if (file === undefined) continue;
    const { id, item } = file.value;
    if (ids.has(id)) file.report('/id', 'id-used-twice', { id });
    if (codes.has(item.code)) file.report('/item/code', 'id-used-twice', { id: item.code });
    ids.add(id);
    codes.add(item.code);
    const ofItem: Report = (pointer, code, params) =>
      file.report(`/item${pointer}`, code, params ?? {});
    const compiled = compileBundle(file.value, items);
    checkItem(compiled, context, ofItem);
    checkPartFilings(compiled, items, ofItem);
    checkBundle(file.value, file.report);
  }
}

function themeIdsOf(
  { value, report }: NonNullable<PackFiles['themes']>,
  orgIds: ReadonlySet<string>,
): ReadonlySet<string> {
  for (const [i, theme] of value.themes.entries()) {
    for (const [j, id] of (theme.orgIds ?? []).entries()) {
      if (!orgIds.has(id)) report(`/themes/${i}/orgIds/${j}`, 'unknown-organisation', { id });
    }
  }
  uniqueIds(value.lifeEvents, report, '/lifeEvents');
  return uniqueIds(value.themes, report, '/themes');
}

function assemble(directory: string, files: PackFiles): Pack | undefined {
  const { pack, organisations, posts, people, themes, synonyms, departments, superseded } = files;
  if (!pack || !organisations || !posts || !people || !themes || !synonyms) return undefined;
  if (!departments || !superseded) return undefined;
  const rootOrgId = organisations.value[0]?.id ?? '';
  const items = files.items.flatMap((file) =>
    file === undefined ? [] : [asItemDefinition(file.value, rootOrgId)],
  );
  const byCode = new Map(items.map((item) => [item.code, item]));
  const bundleFiles = files.bundles.flatMap((file) => (file === undefined ? [] : [file.value]));
  return {
    ...pack.value,
    directory,
    overlays: [],
    overlayTemplates: [],
    letterData: noLetterData,
    supervision: noSupervisionData,
    organisations: organisations.value,
    posts: posts.value,
    people: people.value,
    items: [...items, ...bundleFiles.map((file) => compileBundle(file, byCode))],
    bundles: bundleFiles.map(({ item, ...bundle }) => ({ ...bundle, itemCode: item.code })),
    themes: themes.value.themes,
    lifeEvents: themes.value.lifeEvents,
    synonyms: synonyms.value,
    departmentAliases: departments.value,
    superseded: superseded.value,
    ...(files.catalogueFile !== undefined && {
      catalogueFile: join(directory, 'catalogue', files.catalogueFile),
    }),
  };
}
