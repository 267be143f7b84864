import type { FilePage } from './filed-material.ts';
import type { MaterialDefinition, UploadRule } from './item.ts';
import { refuse, type Refusal } from './refusals.ts';

export type PageProblem =
  'wrong-type' | 'too-many-bytes' | 'too-few-pixels' | 'too-many-pixels' | 'not-an-image';

/**
 * Whether a page keeps its material's rule. Orientation does not matter: an A4 page may lie on its
 * side, so the longer side is held against the longer bound.
 */
export function checkPage(rule: UploadRule, page: FilePage): PageProblem | undefined {
  if (!rule.accept.includes(page.mediaType)) return 'wrong-type';
  if (page.bytes > rule.maxBytes) return 'too-many-bytes';
  if (rule.minPixels === undefined && rule.maxPixels === undefined) return undefined;
  if (!page.mediaType.startsWith('image/')) return undefined;
  if (page.width === undefined || page.height === undefined) return 'not-an-image';
  const long = Math.max(page.width, page.height);
  const short = Math.min(page.width, page.height);
  if (rule.minPixels !== undefined) {
    if (long < Math.max(...rule.minPixels) || short < Math.min(...rule.minPixels)) {
      return 'too-few-pixels';
    }
  }
  if (rule.maxPixels !== undefined) {
    if (long > Math.max(...rule.maxPixels) || short > Math.min(...rule.maxPixels)) {
      return 'too-many-pixels';
    }
  }
  return undefined;
}

export function checkPages(material: MaterialDefinition, pages: readonly FilePage[]): Refusal[] {
  const rule = material.upload;
  if (rule === undefined) return [];
  if (pages.length > rule.maxPages) {
    return [refuse('files-too-many', { material: material.name, maxPages: rule.maxPages })];
  }
  return pages.flatMap((page, i) => {
    const problem = checkPage(rule, page);
    if (problem === undefined) return [];
    return [refuse('file-not-acceptable', { material: material.name, page: i + 1, problem })];
  });
}
