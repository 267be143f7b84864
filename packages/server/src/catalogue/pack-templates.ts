import { Type } from '@sinclair/typebox';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { PackProblem } from './pack-problem.ts';
import { isMissing, readPackJson } from './read-pack.ts';

/** The document templates that a pack brings; what is in them is checked when they are used. */
export interface PackTemplates {
  /** Absolute; holds `manifest.json` and `<id>.typ`. */
  readonly folder: string;
  readonly ids: ReadonlySet<string>;
}

// Only what the catalogue needs of the manifest: the renderer checks the whole of it.
const ManifestSchema = Type.Object({
  templates: Type.Array(Type.Object({ id: Type.String({ pattern: '^[a-z0-9-]+$' }) })),
});

/**
 * @param taken ids of the packs beneath: a document is known by its template's id alone
 * @returns undefined where the pack brings no templates
 */
export async function readTemplates(
  directory: string,
  problems: PackProblem[],
  taken: ReadonlySet<string> = new Set(),
): Promise<PackTemplates | undefined> {
  const folder = join(directory, 'templates');
  const files = await filesIn(folder);
  if (files === undefined) return undefined;
  const manifest = await readPackJson(
    directory,
    'templates/manifest.json',
    ManifestSchema,
    problems,
  );
  const ids = new Set<string>();
  for (const [i, { id }] of (manifest?.value.templates ?? []).entries()) {
    const pointer = `/templates/${i}/id`;
    if (ids.has(id) || taken.has(id)) manifest?.report(pointer, 'id-used-twice', { id });
    if (!files.includes(`${id}.typ`)) {
      manifest?.report(pointer, 'file-missing', { file: `${id}.typ` });
    }
    ids.add(id);
  }
  return { folder, ids };
}

async function filesIn(folder: string): Promise<readonly string[] | undefined> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
