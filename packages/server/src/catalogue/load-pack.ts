import { join } from 'node:path';
import { loadStatutes } from '../statutes/index.ts';
import { checkItem } from './check-item.ts';
import { checkOrganisations, checkPeople, checkPosts, uniqueIds } from './check-organisations.ts';
import { asItemDefinition } from './item-schema.ts';
import type { Pack } from './pack.ts';
import { PackError, type PackProblem } from './pack-problem.ts';
import { readPackFiles, type PackFiles } from './read-pack.ts';

export interface PackOptions {
  /** Folder with limits.json, whose rules the items name. */
  readonly statutesDirectory?: string;
}

/**
 * A pack's folder as typed data, wholly checked: a start or a publication with a broken flow is
 * refused before anything is stored.
 * @throws PackError with every problem, each with file, line and element
 */
export async function loadPack(directory: string, options: PackOptions = {}): Promise<Pack> {
  const { pack, problems } = await readPack(directory, options);
  if (pack === undefined || problems.length > 0) throw new PackError(directory, problems);
  return pack;
}

/** Everything that is wrong with a pack; empty when it can be loaded. */
export async function checkPack(
  directory: string,
  options: PackOptions = {},
): Promise<readonly PackProblem[]> {
  return (await readPack(directory, options)).problems;
}

async function readPack(
  directory: string,
  options: PackOptions,
): Promise<{ pack: Pack | undefined; problems: readonly PackProblem[] }> {
  const problems: PackProblem[] = [];
  const files = await readPackFiles(directory, problems);
  const { rules } = await loadStatutes(options.statutesDirectory);
  crossCheck(files, rules);
  problems.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
  return { pack: problems.length === 0 ? assemble(directory, files) : undefined, problems };
}

/** What one file says about another; a file without its shape is reported already. */
function crossCheck(
  files: PackFiles,
  rules: Awaited<ReturnType<typeof loadStatutes>>['rules'],
): void {
  const { pack, organisations, posts, people, themes, departments, superseded } = files;
  if (pack === undefined || organisations === undefined || posts === undefined) return;
  const orgIds = checkOrganisations(organisations, pack.value);
  const postIds = checkPosts(posts, orgIds);
  if (people !== undefined) checkPeople(people, postIds);
  const themeIds = new Set(themes === undefined ? [] : themeIdsOf(themes, orgIds));
  for (const [i, { orgId }] of (departments?.value ?? []).entries()) {
    if (!orgIds.has(orgId)) {
      departments?.report(`/${i}/orgId`, 'unknown-organisation', { id: orgId });
    }
  }
  const context = {
    organisations: new Map(organisations.value.map((org) => [org.id, org])),
    postIds,
    themeIds,
    templateIds: files.templateIds,
    rules,
  };
  const codes = new Set<string>();
  for (const file of files.items) {
    if (file === undefined) continue;
    const item = asItemDefinition(file.value);
    if (codes.has(item.code)) file.report('/code', 'id-used-twice', { id: item.code });
    codes.add(item.code);
    checkItem(item, context, file.report);
  }
  for (const [i, { by }] of (superseded?.value ?? []).entries()) {
    if (!codes.has(by)) superseded?.report(`/${i}/by`, 'unknown-item', { id: by });
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
  return {
    ...pack.value,
    directory,
    organisations: organisations.value,
    posts: posts.value,
    people: people.value,
    items: files.items.flatMap((file) =>
      file === undefined ? [] : [asItemDefinition(file.value)],
    ),
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
