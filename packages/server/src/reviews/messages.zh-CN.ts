import type { RefusalText } from '../platform/refusal.ts';
import type { ReviewRefusalCode, ReviewTexts } from './review-text-types.ts';

export const texts: ReviewTexts = {
  deskName: '好差评系统派单',
  others: '其他（评价少于5条的合并统计）',
  person: '{post}{number}号',
  formulas: {
    activeRate: '主动评价率 = 有主动评价的服务 ÷ 可以评价的服务；没有评价的不算好评',
    goodRate: '好评率 =（非常满意 + 满意 + 基本满意）÷ 有效评价；追评不计入',
    badRate: '差评率 =（不满意 + 非常不满意）÷ 有效评价；认定误评、恶意差评的不计入，单独列出',
    contactRate: '实名差评联系率 = 已联系的实名差评 ÷ 实名差评',
    mendRate: '差评按期整改率 = 按期整改的差评 ÷ 应当整改的差评（已整改和已到期）',
    callBackRate: '实名差评回访率 = 已回访的实名差评 ÷ 实名差评',
    replyRate: '差评回复率 = 已答复的差评 ÷ 差评',
  },
};

export const refusalTexts: Readonly<Record<ReviewRefusalCode, RefusalText>> = {
  'review-code-unknown': {
    detail: '没有这个评价码。',
    nextStep: '请对照纸条再输入一次，不分大小写。',
  },
  'review-invitation-unknown': {
    detail: '没有这个评价邀请。',
    nextStep: '请扫描窗口的二维码，或者从短信、收件箱中的链接打开。',
  },
  'review-invitation-expired': {
    detail: '已经过了评价的期限。',
    nextStep: '仍有意见的，可以写信反映或者拨打政务服务热线。',
  },
  'review-given-already': {
    detail: '这次服务已经评价过了，一次服务只评价一次。',
    nextStep: '差评整改以后，会再邀请您评价一次。',
  },
  'review-not-mended': {
    detail: '整改还没有完成，现在还不能再评。',
    nextStep: '请在整改、回访完成以后，用同一个追评码再评。',
  },
  'review-screen-of-staff': {
    detail: '这个浏览器登录着工作人员账号，不能当作窗口评价屏。',
    nextStep: '请在群众一侧、没有登录工作人员账号的设备上打开评价屏。',
  },
  'review-reason-unknown': {
    detail: '原因“{reason}”不适用于这个满意度。',
    nextStep: '请重新选择原因，或者用文字说明。',
  },
  'review-phone-needed': {
    detail: '愿意接受回访的，需要留下手机号码。',
    nextStep: '请填写11位手机号码，或者选择匿名评价。',
  },
  'review-item-unknown': {
    detail: '没有这个事项。',
    nextStep: '请从列表中选择事项，或者不选事项。',
  },
  'review-not-offered': {
    detail: '本县没有开通评价。',
    nextStep: '请安装评价数据包以后再用。',
  },
  'review-unknown': {
    detail: '没有这条评价。',
    nextStep: '请刷新列表后再看。',
  },
  'review-of-own-unit': {
    detail: '这条评价针对您所在的单位，评价人的信息不能给您看。',
    nextStep: '请由其他单位的评价管理人员联系。',
  },
  'review-not-finished': {
    detail: '差评还没有办结，不能公开。',
    nextStep: '请在整改、回访完成以后公开。',
  },
  'review-period-wrong': {
    detail: '起止日期不正确。',
    nextStep: '请选择不超过三年、先后正确的日期。',
  },
};
