/**
 * How official replies say nothing, as patterns of one clause (what stands between two marks).
 * The first kind whose pattern matches counts; a clause that matches none says something.
 */
export type EmptyKind = 'courtesy' | 'forwarded' | 'promise' | 'referral';

export interface ReplyPhrase {
  readonly kind: EmptyKind;
  readonly pattern: RegExp;
}

/** One of the words, which are parted by blanks. */
function one(words: string): string {
  return `(?:${words.trim().split(/\s+/u).join('|')})`;
}

function some(most: number, least = 0): string {
  return `[^，。]{${least},${most}}`;
}

const measuresTaken =
  one(`完成 做好 修复 修好 拆除 整改 清理 安装 关停 责令 处罚 立案 退还 退款 发放
  解决 恢复 更换 叫停 查处 取缔`);
const lawEndings = one('法 条例 规定 办法 通知 方案 意见 规划 规则 标准 细则');
const inquiries = one('调查 核实 查 核查 了解 查实 查询 实地 现场');
const units = one('元 万 亿 米 公里 平方 亩 户 % ％ 个工作日 天内 日内 岁 人次');

/** What shows a fact, a law, a date or a measure: a clause with it says something. */
export const factMarks: readonly RegExp[] = [
  `《[^》]*${lawEndings}[^》]*》`,
  '第[一二三四五六七八九十百零\\d]+条',
  `[经据]${inquiries}(?!办)[^，。]{6,}`,
  `\\d+(?:\\.\\d+)?${units}`,
  `${one('由于 因为 原因是 鉴于')}[^，。]{6,}`,
  `已(?:经)?${measuresTaken}`,
  one('责令 罚款 立案 停业 限期 约谈 已拆除'),
].map((source) => new RegExp(source, 'u'));

/** A day or a limit: a promise with one can be kept or broken. */
export const dateMark = new RegExp(
  [
    `\\d{1,4}\\s*年${one('底 初 末 中 内 上半年 下半年')}?`,
    `\\d{1,2}\\s*月(?:\\d{1,2}\\s*日|${one('份 底 初 中旬 上旬 下旬')})`,
    `\\d+\\s*个?${one('工作日 天 日 周 月')}之?内`,
    `[今明本下]${one('天 日 年 周 月 季度')}[底内]?`,
    one('年底 月底 近日内'),
  ].join('|'),
  'u',
);

const subjects = one('问题 情况 事宜 事项 一事 诉求 建议 留言');
const writings =
  one(`来信 来帖 来贴 留言 帖文 帖子 贴文 网帖 函件 信件 建议 问题 情况 诉求 咨询 信访件
  反映`);
/** 转 begins other words too: 转让, 转学, 转户. */
const passOn = '转(?![变让弯换户业学账入租为])';
const passedOn = one(`转交 转至 转办 转给 转到 转由 转送 转呈 移交 移送 转达 交办 上报给? 汇报给?
  转有关 转相关`);
const handled = one('处理 办理 核实 核查 核处 调查 研究 答复 办复 关注 参考 处置');
const soon = one('将 会 待 等 拟 如有 一旦 届时 及时 尽快 尽早 随后 抓紧 近期 正在');
const dealt = one('联系 回复 答复 反馈 告知 安排 处理 研究 办理 核查 核实 调查 进行中 解决');
const mayAsk = one('请 建议 可 可以 需 详 直接 也可 应 欢迎');
const askElsewhere = one(`咨询 询问 了解 反映 联系 拨打 致电 告知 沟通 查询 查看 投诉 举报 反馈 登录
  登陆 访问`);

const sources: Readonly<Record<EmptyKind, readonly string[]>> = {
  courtesy: [
    `^[“"]?${one('尊敬的 亲爱的')}?${one('网友 市民 群众 用户 楼主 朋友 先生 女士 来信人')}`,
    '^[“"\\sA-Za-z\\d]*(?:网友)?[”"\\s]*[您你]?好?$',
    '^[您你]们?好',
    one('谢谢 感谢 致谢 祝您 祝你 敬请谅解 请谅解 请您谅解 此致 敬礼'),
    `欢迎[您你]?${one('继续 随时 监督')}`,
    `${one('深感 表示 表达')}${one('歉意 遗憾 感谢 抱歉')}|带来的?不便`,
    `${one('支持 理解 监督 关心 关注')}[和与、]?${one('支持 理解 监督 关心')}?$`,
    `${writings}${some(12)}${one('收悉 收到 获悉 知悉 已阅 阅悉')}`,
    `${one('收悉 已阅 获悉')}$`,
    `${one('答复 回复 回答 复函 说明')}如?下[：:]?$|^${one('特此 此复 现')}${one('回复 答复')}?$`,
    `^${one('您 你 网友')}?${one('所 在 通过 于')}?${some(20)}${one(
      '反映 反应 咨询 提出 提到 投诉 关于',
    )}${some(40)}${subjects}$`,
    `${one('高度 非常 十分 特别')}重视|${one('继续努力 一如既往 建议很好 最大的动力')}`,
    '^[“”"\\s]*(?:UU|A)?\\d{4,}[”"\\s]*(?:网友)?$',
    '^\\d{2,4}[年.\\-/]\\d{1,2}[月.\\-/]\\d{1,2}日?$',
    `^${one('详见 详情 链接 具体内容')}`,
  ],
  forwarded: [
    `${passedOn}|${passOn}${some(30, 1)}${handled}`,
    `已${passOn}${some(30, 1)}$|交由?${one('有关 相关')}${one('部门 单位')}`,
    `${one('相关 有关')}${one('部门 单位')}(?:已经|已)?(?:作出)?${one('回复 答复')}`,
  ],
  promise: [
    `${soon}${some(25)}${dealt}`,
    `请[您你]?${one('留意 耐心 等待 关注 继续关注 静候')}|耐心等待`,
  ],
  referral: [
    `${mayAsk}${some(40)}${askElsewhere}`,
    '电话|热线|^[\\d\\-—－()（）\\s]+$',
    `不${one('属于 属 归 在')}${some(20)}${one('管辖 管理 职责 权限 范围 管')}`,
    `${one('请 建议')}${some(20)}${one('提供 留下 补充 说明 描述 表述 写明 留言')}`,
    `${one('描述 信息 内容 地址 问题')}${some(8)}${one('不足 不详 不清 笼统 不够')}|便于|以便`,
  ],
};

const order: readonly EmptyKind[] = ['courtesy', 'forwarded', 'promise', 'referral'];

export const replyPhrases: readonly ReplyPhrase[] = order.flatMap((kind) =>
  sources[kind].map((source) => ({ kind, pattern: new RegExp(source, 'u') })),
);
