/** Words by which names of places and units are known in letters. Longer ones come first. */

/** What names of places end with; the end of a name is part of it. */
export const placeEndings = wordsOf(`
  幼儿园 国际城 小区 花园 家园 公园 广场 大厦 学院 大学 中学 小学 学校
  医院 公司 社区 街道 大道 新城 村 镇 乡 路 街 巷 城 园 苑 府 湾
  庭 院 站 郡 县
`);

/** A place of this kind holds too many matters to tell one: it counts little. */
export const wideEndings = ['镇', '乡', '街道'] as const;

/** Said or left out as one pleases: 幸福小区 and 幸福 are one place. */
export const looseEndings = ['小区', '项目', '街道', '社区'] as const;

/** After these a name begins. */
export const placeLeads = ['路', '村', '道', '镇', '乡', '社区', '街道'] as const;

/** Names of divisions as exports of public boards mask them: A市, B3区. */
export const maskedDivision = '[a-z]\\d{0,2}(?:市|区|县)';

/** A run with one of these is a sentence, not a name. */
export const sentenceWords = '的在是何什有被不能了';

/** What a phrase neither begins nor ends with: it says that one writes, not about what. */
export const emptyWords = wordsOf(`
  的 了 在 是 和 与 及 吗 呢 请 就 被 将 从 为 把 对 我 要 都
  不 未 这种 这样 什么 如何 是否 何时 为何 到底 反映 咨询 建议 请问
  投诉 举报 关于 希望 恳请 要求 请求 再次 严重 相关问题 有关 小区 区内
`);

function wordsOf(text: string): readonly string[] {
  return text.trim().split(/\s+/u);
}
