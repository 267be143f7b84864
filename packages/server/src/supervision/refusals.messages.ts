import type { RefusalRegistry } from '../platform/refusal.ts';

/** Behind the name of a rule that was copied. */
export const copySuffix = { 'zh-CN': '（副本）', en: ' (copy)' } as const;

/** Why a hit is open again, in its history. */
export const orderNotIssued = {
  'zh-CN': '督办单未签发即终结，线索重新待处理',
  en: 'The order ended before it was issued; the hit is open again',
} as const;

export const refusalTexts: RefusalRegistry['texts'] = {
  'zh-CN': {
    'hit-not-found': { detail: '没有这条线索。', nextStep: '请从线索列表中打开。' },
    'hit-about-oneself': {
      detail: '这条线索涉及您本人，应当回避。',
      nextStep: '请由其他监督人员处理。',
    },
    'hit-not-open': {
      detail: '这条线索已经处理过了。',
      nextStep: '请刷新页面查看处理结果。',
    },
    'rule-not-found': { detail: '没有这条监察规则。', nextStep: '请从规则列表中打开。' },
    'rule-has-problems': {
      detail: '规则还有错误，不能试算或发布。',
      nextStep: '请按提示改正后再试。',
    },
    'rule-not-tried': {
      detail: '规则修改后还没有试算。',
      nextStep: '请先用以往办件试算，看清结果再发布。',
    },
    'rule-being-tried': { detail: '这条规则正在试算。', nextStep: '请等试算结束后再试。' },
    'trial-period-wrong': {
      detail: '试算的起止日期不对，或者超过{most}天。',
      nextStep: '请重新选择起止日期。',
    },
    'rule-needs-another': {
      detail: '规则不能由一人自行发布或停用。',
      nextStep: '请由另一位监督人员核对后发布；停用的，由一人提出、另一人同意。',
    },
    'rule-of-law': {
      detail: '这条规则依据法律法规，不能停用。',
      nextStep: '可以把阈值调得更严。',
    },
    'rule-of-law-milder': {
      detail: '这条规则依据法律法规，只能更严，不能放宽。',
      nextStep: '请恢复条件和范围，阈值只向更严的方向调整。',
    },
    'rule-changed-meanwhile': {
      detail: '规则已被别人修改。',
      nextStep: '请看过最新版本再决定；您在本页填写的仍在。',
    },
  },
  en: {
    'hit-not-found': { detail: 'There is no such hit.', nextStep: 'Open one from the list.' },
    'hit-about-oneself': {
      detail: 'This hit is about yourself.',
      nextStep: 'Leave it to another supervisor.',
    },
    'hit-not-open': {
      detail: 'Somebody has dealt with this hit.',
      nextStep: 'Reload the page to see what was done.',
    },
    'rule-not-found': { detail: 'There is no such rule.', nextStep: 'Open one from the list.' },
    'rule-has-problems': {
      detail: 'The rule has problems and can neither be tried nor published.',
      nextStep: 'Mend what is marked.',
    },
    'rule-not-tried': {
      detail: 'The rule was not tried since it was changed.',
      nextStep: 'Try it on past cases first.',
    },
    'rule-being-tried': {
      detail: 'The rule is being tried.',
      nextStep: 'Wait until that has ended.',
    },
    'trial-period-wrong': {
      detail: 'The period is wrong, or longer than {most} days.',
      nextStep: 'Choose the period again.',
    },
    'rule-needs-another': {
      detail: 'Nobody publishes or retires a rule alone.',
      nextStep: 'Ask another supervisor to publish it, or to agree that it is retired.',
    },
    'rule-of-law': {
      detail: 'The rule follows from a law and cannot be retired.',
      nextStep: 'Its thresholds can be made stricter.',
    },
    'rule-of-law-milder': {
      detail: 'The rule follows from a law and can only become stricter.',
      nextStep: 'Restore condition and scope; move thresholds the stricter way only.',
    },
    'rule-changed-meanwhile': {
      detail: 'Somebody changed the rule in the meantime.',
      nextStep: 'Look at the newest version, then decide; what you typed here is still there.',
    },
  },
};
