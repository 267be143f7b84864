import type { RefusalText } from '../refusal.ts';

export const refusalTexts: Readonly<Record<string, RefusalText>> = {
  'request-invalid': {
    detail: '提交的内容不完整或格式不对：{fields}。',
    nextStep: '请按提示改正后再提交，已填写的内容不必重填。',
  },
  'request-too-large': {
    detail: '提交的内容太大。',
    nextStep: '请减少内容，或将文件压缩、拆分后再提交。',
  },
  'request-type-unknown': {
    detail: '服务器不认识这种提交格式。',
    nextStep: '请从本站页面提交；接口调用请使用 JSON。',
  },
  'page-not-found': {
    detail: '没有这个页面，或者您无权查看。',
    nextStep: '请核对地址，或从首页重新查找。',
  },
  'login-required': {
    detail: '请先登录；如果已经登录过，登录已过期。',
    nextStep: '请登录后继续。',
  },
  'right-not-held': {
    detail: '您的岗位没有这项权限。',
    nextStep: '如确有需要，请联系本单位管理员。',
  },
  'password-must-change': {
    detail: '首次登录须先修改密码。',
    nextStep: '请修改密码后继续。',
  },
  'foreign-origin': {
    detail: '该请求来自其他网站，为保护您的账号已被拦截。',
    nextStep: '请回到本站页面重新操作。',
  },
  'too-many-attempts': {
    detail: '操作过于频繁。',
    nextStep: '请在 {minutes} 分钟后再试。',
  },
  'changed-meanwhile': {
    detail: '您打开页面之后，内容已被他人更改。',
    nextStep: '请刷新页面，核对后再操作。',
  },
  'service-unavailable': {
    detail: '系统暂时连接不上数据库或外部服务，您的操作没有完成。',
    nextStep: '请稍等片刻再试；已填写的内容不会丢失。',
  },
  'too-slow': {
    detail: '系统处理超时，操作是否完成尚不确定。',
    nextStep: '请刷新页面查看结果后再决定是否重试。',
  },
  'internal-fault': {
    detail: '系统内部出现错误，已记录，编号 {incidentId}。',
    nextStep: '请稍后再试；如仍不行，请把编号告知服务中心。',
  },
};
