/** How letters ask, and how they name what a reply has to speak of. */

/** One of the words, which are parted by blanks. */
function one(words: string): string {
  return `(?:${words.trim().split(/\s+/u).join('|')})`;
}

const asked =
  one(`请求 恳请 请问 希望 要求 建议 盼望 能否 可否 能不能 是否 什么时候 何时 为什么 为何
  怎么 如何 多少 求助`);
const wishedFor = one('政府 领导 有关 相关 尽快 帮 给 予以 督促 查 解决 处理 协调 调查');

export const askMarks = new RegExp(`[？?]|${asked}|请${wishedFor}`, 'u');

/** An ask that only closes the letter asks for nothing in particular. */
export const formalAsks = new RegExp(
  [
    `^${one('尊敬的 希望 恳请 请求 请 望 盼')}?${one('各位 有关 相关 政府 上级')}?`,
    `${one('领导 部门 书记 市长 县长')}?${one('能够 能 给予 予以 高度')}?`,
    `${one('重视 关注 答复 回复 解决 帮助 处理 谢谢')}${one('为盼 一下 此事 谢谢')}?$`,
  ].join(''),
  'u',
);

export type NamedKind = 'amount' | 'date' | 'place' | 'unit';

const day = '\\d{1,2}\\s*月\\s*\\d{1,2}\\s*[日号]';
const measures = one('万元 亿元 元 万 平方米 平方 平米 公里 千米 米 亩 户 人 ％ %');
const unitEndings = one(`局 委员会 管委会 居委会 村委会 业委会 派出所 街道办 办事处 政府 公司 物业
  学校 医院 银行 中心`);
// A single 路 or 村 ends too much that is no name: 老人小孩走路.
const placeEndings = one('小区 花园 家园 广场 大道 大街 路口');
const name = '[\\p{Script=Han}A-Za-z\\d]';

const sources: Readonly<Record<NamedKind, string>> = {
  date: `\\d{2,4}\\s*年(?:\\s*\\d{1,2}\\s*月)?(?:\\s*\\d{1,2}\\s*[日号])?|${day}`,
  amount: `\\d+(?:[.,]\\d+)?\\s*[余多]?\\s*${measures}`,
  unit: `${name}{2,12}?${unitEndings}`,
  place: `${name}{2,10}?${placeEndings}`,
};

const kinds: readonly NamedKind[] = ['date', 'amount', 'unit', 'place'];

export const namedThings: readonly { readonly kind: NamedKind; readonly pattern: RegExp }[] =
  kinds.map((kind) => ({ kind, pattern: new RegExp(sources[kind], 'gu') }));

/** Words that stand before a name and are none of it. */
export const nameLeads = new RegExp(
  `^${one(`我们 我 你们 你 他们 在 位于 住在 家住 关于 是 的 请 向 由 到 去 和 与 及 以及 对 把 被 让 给
    请问 请求 希望 恳请 投诉 反映 咨询 举报 要求 建议`)}+`,
  'u',
);

/** What stands in a sentence and in no name of a place or an office. */
export const notInNames = /[从到了没的在过个被把已]|要求/u;

/** Kept out of a comparison of words: they stand in any letter and any reply. */
export const plainWords = new RegExp(
  one(`请求 恳请 请问 希望 要求 建议 能否 可否 是否 何时 为什么 为何 怎么 如何 多少 问题 情况 有关 相关
    部门 领导 政府 解决 处理 尊敬 我们 你们 他们 这个 那个 什么 时候`),
  'gu',
);
