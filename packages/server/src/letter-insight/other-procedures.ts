import type { OtherProcedure } from '@yichuang/contracts';
import type { LetterData } from '../catalogue/index.ts';
import type { Language } from '../platform/refusal.ts';

/**
 * Other procedures that the matter may belong to, by words of the pack. A hint for who writes and
 * for who decides; nobody is turned away by it.
 * @basis 信访工作条例 第三十一条: 应当按照下列方式处理…导入相应程序处理
 */
export function otherProcedures(
  text: string,
  { elsewhere }: Pick<LetterData, 'elsewhere'>,
  language: Language,
): OtherProcedure[] {
  return elsewhere.flatMap(({ code, name, nameEn, goTo, goToEn, basis, when }) => {
    const held = when.filter((words) => words.every((word) => text.includes(word)));
    if (held.length === 0) return [];
    const isEnglish = language === 'en';
    return [
      {
        code,
        name: isEnglish ? nameEn : name,
        goTo: isEnglish ? goToEn : goTo,
        basis: { ...basis },
        why: [...new Set(held.flat())],
      },
    ];
  });
}
