/** Materials as they are handed in on a screen, by material, and as a command sends them. Pure. */
import type { FilePage } from '@yichuang/kernel/case';

export interface HandedIn {
  readonly pages: readonly FilePage[];
  readonly isOnPaper: boolean;
}

export type HandedInById = Readonly<Record<string, HandedIn>>;

export const nothingYet: HandedIn = { pages: [], isOnPaper: false };

export function emptyFor(materialIds: readonly string[]): HandedInById {
  return Object.fromEntries(materialIds.map((id) => [id, nothingYet]));
}

/** What was handed in after all; a material without page or paper is not sent. */
export function sentMaterials(materials: HandedInById) {
  return Object.entries(materials)
    .filter(([, given]) => given.pages.length > 0 || given.isOnPaper)
    .map(([materialId, { pages, isOnPaper }]) => ({
      materialId,
      pages: pages.map(({ sha256, name }) => ({ sha256, name })),
      isOnPaper,
    }));
}
