import type { StoredCase } from './case-store.ts';

/** Only files of this case, whatever else is in the store. */
export function pageName(found: StoredCase, sha256: string): string | undefined {
  return Object.values(found.state.materials)
    .flatMap((material) => material.pages)
    .find((page) => page.sha256 === sha256)?.name;
}
