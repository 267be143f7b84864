import type { RefusalText } from '../platform/refusal.ts';
import type { OfficeRefusalCode } from './refusal-code.ts';

export const refusalTexts: Readonly<Record<OfficeRefusalCode, RefusalText>> = {
  'post-required': {
    detail: '您目前没有岗位，无法确定由哪个科室审批。',
    nextStep: '请联系管理员为您配置岗位。',
  },
  'office-drafts-too-many': {
    detail: '您的草稿已有 {most} 份。',
    nextStep: '请先提交或者删除一些草稿。',
  },
};
