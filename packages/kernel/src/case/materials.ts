import { isDue, type FormData } from '../form/index.ts';
import type { ItemDefinition, MaterialDefinition } from './item.ts';

/** Materials that this application needs at all, given its answers. */
export function askedMaterials(item: ItemDefinition, form: FormData): MaterialDefinition[] {
  return item.materials.filter(({ when }) => when === undefined || isDue(when, form));
}

export function requiredMaterials(item: ItemDefinition, form: FormData): MaterialDefinition[] {
  return askedMaterials(item, form).filter((material) => material.necessity === 'required');
}
