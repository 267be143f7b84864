import type { RefusalRegistry } from '../platform/refusal.ts';

export const refusalTexts: RefusalRegistry['texts'] = {
  'zh-CN': {
    'report-too-large': {
      detail: '这段时间的来信超过{most}件，无法一次归并热点。',
      nextStep: '请缩短起止时间后再试。',
    },
    'report-period-wrong': {
      detail: '起止时间不对：结束日期早于开始日期，或者没有这一天。',
      nextStep: '请重新选择起止时间。',
    },
  },
  en: {
    'report-too-large': {
      detail: 'The period has more than {most} letters: too many to group at once.',
      nextStep: 'Choose a shorter period.',
    },
    'report-period-wrong': {
      detail: 'The period ends before it begins, or names a day that does not exist.',
      nextStep: 'Choose the period again.',
    },
  },
};
