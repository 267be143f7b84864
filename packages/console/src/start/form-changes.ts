/** What a form on the screen sends. Pure. */
import type { OfficeBody, OfficeDraft } from '@yichuang/contracts';
import { isAsked, type FormData, type FormDefinition } from '@yichuang/kernel/form';

export type Materials = OfficeDraft['materials'];

/** Only what is asked and filled in: an answer to a question that went away is not sent. */
export function answersOf(form: FormDefinition, data: FormData): FormData {
  return Object.fromEntries(
    Object.entries(data).filter(([field, value]) => {
      const schema = form.schema.properties[field];
      return schema !== undefined && isAsked(schema, data) && value !== null && value !== '';
    }),
  );
}

export function toMaterials(materials: Materials): NonNullable<OfficeBody['materials']> {
  return materials.map(({ materialId, pages, isOnPaper }) => ({
    materialId,
    pages: pages.map(({ sha256, name }) => ({ sha256, name })),
    isOnPaper,
  }));
}

/** What differs from what was filed before; a cleared answer is sent as nothing. */
export function changesOf(before: FormData, now: FormData): FormData {
  const fields = new Set([...Object.keys(before), ...Object.keys(now)]);
  return Object.fromEntries(
    [...fields].flatMap((field) => {
      const value = now[field] ?? null;
      return (before[field] ?? null) === value ? [] : [[field, value]];
    }),
  );
}
