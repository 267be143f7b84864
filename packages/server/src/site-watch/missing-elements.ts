import type { ItemDefinition } from '@yichuang/kernel/case';

/**
 * The eight key elements of a guide; an item lacks those that a reader would look for in vain.
 *
 * @basis 国办秘函〔2019〕19号 政府网站检查指标: 办事指南重点要素类别(事项名称、设定依据、申请条件、办理材料、
 * 办理地点、办理时间、联系电话、办理流程)
 */
export const GUIDE_ELEMENTS = [
  'name',
  'basis',
  'conditions',
  'materials',
  'place',
  'hours',
  'phone',
  'flow',
] as const;
export type GuideElement = (typeof GUIDE_ELEMENTS)[number];

/** As many as this make a guide count (缺失 4 类及以上). */
export const MOST_MISSING = 4;

export function missingElements(item: ItemDefinition): GuideElement[] {
  const has: Readonly<Record<GuideElement, boolean>> = {
    name: item.name !== '',
    basis: item.legalBasis.length > 0,
    conditions: item.conditions.length > 0,
    materials: item.materials.length > 0,
    place: isSaid(item.place?.address),
    hours: isSaid(item.place?.hours),
    phone: isSaid(item.place?.phone),
    flow: item.flow !== undefined,
  };
  return GUIDE_ELEMENTS.filter((element) => !has[element]);
}

function isSaid(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '';
}
