import type { ReviewReason } from '@yichuang/contracts';
import type { ReviewData } from '../catalogue/index.ts';
import type { Language } from '../platform/refusal.ts';

/** What may be ticked beside a level: the item's own list, else the county's. */
export function reasonsFor(
  { reasons, byItem }: ReviewData,
  itemCode: string | undefined,
  language: Language,
): ReviewReason[] {
  const own = byItem.find(({ itemCodes }) => itemCodes.includes(itemCode ?? ''));
  return (own?.reasons ?? reasons).map(({ code, name, nameEn, levels }) => ({
    code,
    name: language === 'en' ? nameEn : name,
    levels: [...levels],
  }));
}

/** Names of what was ticked; what a pack does not know any more keeps its code. */
export function reasonNames(
  data: ReviewData | undefined,
  codes: readonly string[],
  language: Language,
): string[] {
  const all = data === undefined ? [] : [data, ...data.byItem].flatMap(({ reasons }) => reasons);
  return codes.map((code) => {
    const found = all.find((reason) => reason.code === code);
    if (found === undefined) return code;
    return language === 'en' ? found.nameEn : found.name;
  });
}
