import type { ReportTexts } from './report-text-types.ts';

const PERCENT = 100;

export const reportTexts: ReportTexts = {
  formula:
    '得分＝（按期率×{onTime}＋质量率×{quality}＋满意率×{satisfaction}）÷可计算部分的权重之和，折算为百分制。' +
    '按期率＝按期答复件数÷（按期答复件数＋逾期件数），逾期件数含已超期尚未答复的；' +
    '质量率＝终审一次通过且未查出空泛答复的件数÷经本系统答复的件数；' +
    '满意率＝对承办单位评价为满意或者基本满意的件数÷已评价件数。',
  others: '其他',
  notStated: '未填写',
  kinds: {
    consult: '咨询',
    complaint: '投诉',
    suggestion: '建议',
    report: '举报',
    help: '求助',
    thanks: '感谢',
    petition: '信访',
    review: '复查',
    recheck: '复核',
    hotline: '热线工单',
  },
  channels: {
    online: '网上',
    counter: '窗口',
    post: '来信',
    visit: '来访',
    phone: '来电',
    hotline: '12345热线',
    superior: '上级转来',
  },
  whyHot: ({ letters, senders, votes, cohesion, phrases }) => [
    `${letters}件来信，${senders}人反映，点赞和反对共${votes}次`,
    ...(phrases.length === 0
      ? []
      : [
          `共同提到：${phrases.map((phrase) => `${phrase.text}（${phrase.letters}件）`).join('、')}`,
        ]),
    `来信内容平均相似度${Math.round(cohesion * PERCENT)}％`,
  ],
  whyUnsolved: ({ daysOpen, daysLate, reopenings, isReopened, isUnmended }) =>
    [
      `收到${daysOpen}天`,
      ...(daysLate > 0 ? [`已超期${daysLate}天`] : []),
      ...(isReopened ? [`答复后又重新办理${reopenings}次，仍未办结`] : []),
      ...(isUnmended ? ['最近一次答复被评为不满意，尚未整改'] : []),
    ].join('；'),
};
