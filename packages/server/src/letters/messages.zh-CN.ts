import type { RefusalText } from '../platform/refusal.ts';
import type { LetterRefusalCode } from './refusal-code.ts';
import type { LetterTexts } from './letter-text-types.ts';

export const texts: LetterTexts = {
  nameless: '未留姓名',
  told: '{amount}{unit}内告知是否受理',
  answered: '{amount}{unit}内答复',
  answeredAfter: '自受理之日起{amount}{unit}内答复',
  and: '，',
  units: { WD: '个工作日', CD: '日' },
};

export const refusalTexts: Readonly<Record<LetterRefusalCode, RefusalText>> = {
  'channel-not-possible': {
    detail: '不能用这种方式通知您。',
    nextStep: '短信需要随信留手机号，站内消息需要登录账户，电子邮件需要本县设有邮件服务器。',
  },
  'letter-code-not-needed': {
    detail: '这封信不需要验证码，或者已经确认过。',
    nextStep: '请重新打开来信继续。',
  },
  'letter-code-wrong': {
    detail: '验证码不对、已过期或者已用过。',
    nextStep: '请核对最新一条短信；仍不行就重新获取。',
  },
  'letter-not-confirmed': {
    detail: '这封信由窗口代为登记，操作前要先由随信留下的手机确认。',
    nextStep: '请获取验证码，验证码会发到那部手机。',
  },
  'mail-invalid': {
    detail: '邮箱地址不对。',
    nextStep: '请按 name@example.com 的样子填写，或者换一种方式。',
  },
  'slip-not-offered': {
    detail: '这封信没有可打印的查询密码条。',
    nextStep:
      '窗口登记、没留手机号的来信才有：一日内由登记人打印；遗失的，由信访（问政）工作机构核对身份证件后补打，登记人自己不能补打。',
  },
  'slip-of-own-answer': {
    detail: '您参与了这封信的答复，来信人要凭这张密码条评价答复，您不能补打。',
    nextStep: '请由信访（问政）工作机构没有参与答复的同事补打。',
  },
};
