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
      detail:
        '考核办法不对：指标不存在或重复、零分与满分的数值相同、否决项无数可查，或等次没有排到 0 分。',
      nextStep: '请检查每一行后再保存。',
    },
    'scheme-moved-on': {
      detail: '考核办法的草稿已被别人改过、放弃或者公布，您的操作没有生效。',
      nextStep: '请查看现在的一版，再决定怎么改。',
    },
    'scheme-without-draft': {
      detail: '没有正在修改的考核办法。',
      nextStep: '请先修改并保存草稿。',
    },
    'scheme-needs-another': {
      detail: '自己写的考核办法，不能由自己公布。',
      nextStep: '请由另一位督查人员核对后公布。',
    },
    'scheme-reaches-back': {
      detail: '考核办法只能从今天或以后的日期起施行，不能用于已经开始的考核期。',
      nextStep: '请选择今天或以后的日期。',
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
      detail:
        'A line is of no known indicator, stands there twice or earns all for nothing; a veto ' +
        'counts what nobody counts; or the grades do not go down to 0.',
      nextStep: 'Check each line and save again.',
    },
    'scheme-moved-on': {
      detail: 'Somebody changed, dropped or published the draft; nothing of yours was done.',
      nextStep: 'Read it as it is now, then decide.',
    },
    'scheme-without-draft': {
      detail: 'No scheme is being written.',
      nextStep: 'Change it and save a draft first.',
    },
    'scheme-needs-another': {
      detail: 'Nobody puts in force a scheme that they wrote themselves.',
      nextStep: 'Ask another supervisor to read and publish it.',
    },
    'scheme-reaches-back': {
      detail: 'A scheme holds from today or later: no period that has begun is assessed by it.',
      nextStep: 'Choose today or a later day.',
    },
  },
};
