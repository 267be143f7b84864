import type { RefusalRegistry } from '../platform/refusal.ts';

export const refusalTexts: RefusalRegistry['texts'] = {
  'zh-CN': {
    'upload-off': {
      detail: '没有配置上报的接收方，什么也没有发送。',
      nextStep: '请系统管理员设置 UPLOAD_URL 和 UPLOAD_TOKEN 后重新启动。',
    },
    'upload-receiver-silent': {
      detail: '接收方没有应答，没有核对成。',
      nextStep: '请稍后再试；一直不行的，请联系接收方。',
    },
    'upload-case-unknown': {
      detail: '这件办件不在上报范围内，或者还没有排到。',
      nextStep: '信访、问政和内部审批不上报；刚发生的办件一分钟后再看。',
    },
    'upload-day-wrong': {
      detail: '没有这一天。',
      nextStep: '请从列表中选择日期。',
    },
  },
  en: {
    'upload-off': {
      detail: 'No receiver is configured: nothing was sent.',
      nextStep: 'Have the administrator set UPLOAD_URL and UPLOAD_TOKEN and start again.',
    },
    'upload-receiver-silent': {
      detail: 'The receiver did not answer, so nothing was compared.',
      nextStep: 'Try again later; if it stays so, call the receiver.',
    },
    'upload-case-unknown': {
      detail: 'The case is none that is uploaded, or has not been found yet.',
      nextStep: 'Letters and internal approvals are never uploaded; look again in a minute.',
    },
    'upload-day-wrong': {
      detail: 'There is no such day.',
      nextStep: 'Choose a day from the list.',
    },
  },
};
