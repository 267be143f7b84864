/** A draft on the screen: every field as text, materials as handed in; and what has to be saved. */
import type { DraftChange, DraftView } from '@yichuang/contracts';
import type { FormData, FormDefinition } from '@yichuang/kernel/form';
import { toText, toValue } from '../form/typed-value.ts';

export type FormTexts = Readonly<Record<string, string>>;
export type DraftMaterials = DraftView['materials'];

export function toTexts(form: FormDefinition | undefined, data: FormData): FormTexts {
  const names = Object.keys(form?.schema.properties ?? {});
  return Object.fromEntries(names.map((name) => [name, toText(data[name])]));
}

/** Only fields whose text was changed: a sealed value comes masked and must not be sent back. */
export function toFormData(
  form: FormDefinition | undefined,
  texts: FormTexts,
  stored: FormData,
): FormData {
  const properties = form?.schema.properties ?? {};
  const values = Object.entries(properties).map(([name, schema]) => {
    const text = texts[name] ?? '';
    const isSame = text === toText(stored[name]);
    return [name, isSame ? (stored[name] ?? null) : toValue(schema, text)] as const;
  });
  return Object.fromEntries(values.filter(([, value]) => value !== null));
}

export function toMaterials(materials: DraftMaterials): NonNullable<DraftChange['materials']> {
  return materials.map(({ materialId, pages, isOnPaper, isCommitted }) => ({
    materialId,
    pages: pages.map(({ sha256, name }) => ({ sha256, name })),
    isOnPaper,
    ...(isCommitted === undefined ? {} : { isCommitted }),
  }));
}

/** One material's pages changed; a material not in the draft yet is added. */
export function withMaterial(
  materials: DraftMaterials,
  changed: DraftMaterials[number],
): DraftMaterials {
  const rest = materials.filter(({ materialId }) => materialId !== changed.materialId);
  return [...rest, changed];
}
