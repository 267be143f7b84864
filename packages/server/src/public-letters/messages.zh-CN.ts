import type { RefusalText } from '../platform/refusal.ts';
import type { PublicTexts } from './public-text-types.ts';
import type { PublicRefusalCode } from './refusal-code.ts';

export const texts: PublicTexts = {
  citizen: '市民',
  course: {
    received: '收到来信',
    accepted: '已受理',
    referred: '转{unit}办理',
    answered: '已答复',
    'follow-up': '来信人追问',
    'bad-rating': '来信人不满意，要求整改',
    'call-back': '回访后要求继续办理',
    rated: '来信人已评价',
  },
};

export const refusalTexts: Readonly<Record<PublicRefusalCode, RefusalText>> = {
  'letter-not-public': {
    detail: '没有这封公开的来信，可能没有公开或者已经撤下。',
    nextStep: '请在来信公开列表中查找；自己的来信请凭编号和查询密码查看。',
  },
  'comment-unknown': {
    detail: '没有这条评论。',
    nextStep: '请刷新列表后再看。',
  },
};
