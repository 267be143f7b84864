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
    'assessment-period-running': {
      detail: '考核期还没有结束，不能公布。',
      nextStep: '请在考核期结束后再公布。',
    },
    'assessment-published': {
      detail: '这一期考核已经公布，结果不再改变。',
      nextStep: '公布之后发生的变化会作为差异列出。',
    },
    'scheme-wrong': {
      detail: '考核办法不对：有没有的指标，或者零分值与满分值相同。',
      nextStep: '请检查每一行后再保存。',
    },
    'scheme-moved-on': {
      detail: '考核办法刚刚被别人改过。',
      nextStep: '请查看新的一版后再修改。',
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
    'assessment-period-running': {
      detail: 'The period is not over, so it cannot be published.',
      nextStep: 'Publish it when it is over.',
    },
    'assessment-published': {
      detail: 'This period was published and does not change any more.',
      nextStep: 'What has come since is shown as a difference.',
    },
    'scheme-wrong': {
      detail: 'The scheme names an indicator that there is not, or a line earns all for nothing.',
      nextStep: 'Check each line and save again.',
    },
    'scheme-moved-on': {
      detail: 'Somebody has just changed the scheme.',
      nextStep: 'Read the new version first.',
    },
  },
};
