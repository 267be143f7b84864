import type { RefusalRegistry } from '../platform/refusal.ts';

export const refusalTexts: RefusalRegistry['texts'] = {
  'zh-CN': {
    'figures-outside-scope': {
      detail: '这个单位的指标不在您的查看范围内。',
      nextStep: '请查看本单位的指标，或者联系督查部门。',
    },
    'indicator-unknown': {
      detail: '没有“{indicator}”这个指标。',
      nextStep: '请从指标列表中选择。',
    },
    'indicator-without-cases': {
      detail: '“{indicator}”不是由办件算出来的，没有办件清单。',
      nextStep: '请查看该指标的口径说明。',
    },
  },
  en: {
    'figures-outside-scope': {
      detail: 'The figures of this office are not yours to read.',
      nextStep: 'Read those of your own office, or ask the supervisors.',
    },
    'indicator-unknown': {
      detail: 'There is no indicator “{indicator}”.',
      nextStep: 'Choose one from the list.',
    },
    'indicator-without-cases': {
      detail: '“{indicator}” is not counted from cases, so there are none to list.',
      nextStep: 'Read its formula.',
    },
  },
};
