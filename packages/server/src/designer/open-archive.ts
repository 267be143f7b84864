/** A zip that somebody handed in, read with suspicion: its sizes and its names may be lies. */
import { unzipSync } from 'fflate';
import { refuseDesign, type DesignOutcome } from './refusals.ts';

const MEBI = 1024 * 1024;
export const MOST_ARCHIVE_BYTES = 5 * MEBI;
/** An item is some 50 kB of text: this is room for hundreds of them. */
const MOST_UNPACKED_BYTES = 10 * MEBI;
/** As much as can be saved as a draft: where everything stands is remembered while it is read. */
const MOST_FILE_BYTES = MEBI;
const MOST_FILES = 500;

export interface ArchivedFile {
  /** With forward slashes, relative to the archive's root. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * The files that are wanted, in the order of their paths. Nothing is unpacked before the sizes
 * that the archive declares were added up, and of each file no more than its declared size.
 */
export function openArchive(
  bytes: Uint8Array,
  isWanted: (path: string) => boolean,
): DesignOutcome<ArchivedFile[]> {
  const limits = {
    maximum: MOST_ARCHIVE_BYTES / MEBI,
    unpacked: MOST_UNPACKED_BYTES / MEBI,
    files: MOST_FILES,
  };
  if (bytes.length > MOST_ARCHIVE_BYTES) return refuseDesign('design-archive-too-large', limits);
  try {
    const listed = list(bytes);
    const unsafe = listed.find(({ path }) => !isInside(path));
    if (unsafe !== undefined) {
      return refuseDesign('design-archive-unsafe', { file: unsafe.path.slice(0, 100) });
    }
    const unpacked = listed.reduce((sum, { size }) => sum + size, 0);
    const hasLarge = listed.some(({ path, size }) => isWanted(path) && size > MOST_FILE_BYTES);
    if (hasLarge || listed.length > MOST_FILES || unpacked > MOST_UNPACKED_BYTES) {
      return refuseDesign('design-archive-too-large', limits);
    }
    const found = unzipSync(bytes, { filter: ({ name }) => isWanted(name) });
    const files = Object.entries(found).map(([path, content]) => ({ path, bytes: content }));
    return { ok: true, value: files.toSorted((a, b) => (a.path < b.path ? -1 : 1)) };
  } catch {
    // Whatever the library stumbles over, the archive is not a whole one.
    return refuseDesign('design-archive-unreadable');
  }
}

/** The entries as the archive declares them; nothing is unpacked. */
function list(bytes: Uint8Array): { readonly path: string; readonly size: number }[] {
  const entries: { path: string; size: number }[] = [];
  unzipSync(bytes, {
    filter({ name, originalSize }) {
      entries.push({ path: name, size: originalSize });
      return false;
    },
  });
  return entries;
}

/** No absolute path, no way up, no drive, no backslash that some systems take for a slash. */
function isInside(path: string): boolean {
  const hasControl = [...path].some((letter) => letter < ' ');
  if (path.startsWith('/') || /[\\:]/u.test(path) || hasControl) return false;
  return !path.split('/').includes('..');
}
