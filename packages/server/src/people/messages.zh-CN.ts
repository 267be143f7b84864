import type { RefusalText } from '../platform/refusal.ts';

export const refusalTexts: Readonly<Record<string, RefusalText>> = {
  'phone-invalid': {
    detail: '手机号码不正确。',
    nextStep: '请填写 11 位中国大陆手机号码。',
  },
  'login-code-wrong': {
    detail: '验证码不正确，或已过期、已使用。',
    nextStep: '请核对短信中最新的一条验证码；如仍不行，请重新获取。',
  },
  'login-failed': {
    detail: '用户名或密码不正确。',
    nextStep:
      '请核对后再试；连续 5 次错误，账号将锁定 {minutes} 分钟。忘记密码请联系本单位管理员。',
  },
  'name-invalid': {
    detail: '姓名或名称不正确。',
    nextStep: '请按证件填写，2 至 100 个字，不含特殊符号。',
  },
  'id-number-invalid': {
    detail: '身份证号码不正确。',
    nextStep: '请对照身份证核对 18 位号码，末位可能是字母 X。',
  },
  'credit-code-invalid': {
    detail: '统一社会信用代码不正确。',
    nextStep: '请对照营业执照核对 18 位代码，代码中没有字母 I、O、S、V、Z。',
  },
  'password-too-short': {
    detail: '密码太短。',
    nextStep: '请使用至少 10 个字符，可以是一句自己记得住的话。',
  },
  'password-too-simple': {
    detail: '密码太容易被猜到。',
    nextStep: '请不要只用数字、重复字符或常见密码。',
  },
  'password-unchanged': {
    detail: '新密码与原密码相同。',
    nextStep: '请换一个新密码。',
  },
  'session-unknown': {
    detail: '没有这次登录，或它已经退出。',
    nextStep: '请刷新登录列表。',
  },
};
