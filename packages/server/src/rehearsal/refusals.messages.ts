import type { RefusalRegistry } from '../platform/refusal.ts';

export const refusalTexts: RefusalRegistry['texts'] = {
  'zh-CN': {
    'rehearsal-without-flow': {
      detail: '“{item}”还没有办理流程，无法推演。',
      nextStep: '请先在流程设计中为它画出流程并发布。',
    },
    'rehearsal-outside-scope': {
      detail: '“{item}”不属于您管理的单位。',
      nextStep: '请联系该事项所属单位的管理员。',
    },
    'rehearsal-busy': {
      detail: '正在推演的太多，或者这次推演用时太长，没有算完。',
      nextStep: '请稍后再试，或者减少每天的件数。',
    },
  },
  en: {
    'rehearsal-without-flow': {
      detail: '“{item}” has no flow yet, so there is nothing to rehearse.',
      nextStep: 'Draw and publish its flow first.',
    },
    'rehearsal-outside-scope': {
      detail: '“{item}” belongs to an office that you do not administer.',
      nextStep: 'Ask the administrator of that office.',
    },
    'rehearsal-busy': {
      detail: 'Too many rehearsals are waiting, or this one took too long and was stopped.',
      nextStep: 'Try again later, or with fewer cases a day.',
    },
  },
};
