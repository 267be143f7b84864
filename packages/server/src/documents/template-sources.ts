import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { TemplateEntry } from './template-manifest.ts';

/** A file that Typst is to see within its workspace, though it lies elsewhere. */
interface LaidInFile {
  readonly path: string;
  readonly content: Buffer;
}

/**
 * The templates of a pack and of those on top of it as one tree. Typst reads below one folder only,
 * that of the pack beneath; what lies elsewhere is laid into it in memory, each folder under a
 * name of its own. So `/base.typ` is the county's layout for every pack, and a name without a slash
 * is a file of the pack itself.
 */
export interface TemplateSources {
  /** Absolute; the folder of the pack beneath. */
  readonly workspace: string;
  readonly laidIn: readonly LaidInFile[];
  /** A template's absolute path within the workspace, as Typst sees it. */
  readonly pathOf: (template: Pick<TemplateEntry, 'id' | 'folder'>) => string;
}

export function readTemplateSources(
  templatesDir: string,
  overlays: readonly string[],
): TemplateSources {
  const workspace = resolve(templatesDir);
  const places = new Map([[workspace, workspace]]);
  for (const [index, folder] of overlays.entries()) {
    places.set(resolve(folder), join(workspace, '.overlays', String(index)));
  }
  const laidIn = [...places].flatMap(([folder, place]) =>
    folder === workspace ? [] : typstFilesIn(folder).map((name) => layIn(folder, place, name)),
  );
  return {
    workspace,
    laidIn,
    pathOf: ({ id, folder }) => join(places.get(folder) ?? folder, `${id}.typ`),
  };
}

function typstFilesIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.typ'));
}

function layIn(folder: string, place: string, name: string): LaidInFile {
  return { path: join(place, name), content: readFileSync(join(folder, name)) };
}
