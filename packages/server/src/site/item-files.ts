import { readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { DownloadableFile } from '@yichuang/portal';
import type { Pack } from '../catalogue/index.ts';
import type { CaseDeps } from '../cases/index.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  '.pdf': 'application/pdf',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
};

/** A sample or blank form of the pack; only files that the item's materials name can be read. */
export async function readItemFile(
  { findItem }: Pick<CaseDeps, 'findItem'>,
  { directory }: Pick<Pack, 'directory'>,
  code: string,
  name: string,
): Promise<DownloadableFile | undefined> {
  const item = await findItem(code);
  const named = item?.materials.flatMap((m) => [m.sampleFile, m.blankFile]) ?? [];
  const mediaType = mediaTypes[extname(name).toLowerCase()];
  if (!named.includes(name) || mediaType === undefined) return undefined;
  // Designers write these names: nothing outside the folder, and perhaps nothing there at all.
  if (basename(name) !== name) return undefined;
  try {
    return { mediaType, name, bytes: await readFile(join(directory, 'samples', name)) };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
