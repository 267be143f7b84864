import type { RefusalRegistry } from '../platform/refusal.ts';

/** One of them is typed before a reset: an act that nobody does by a slip of the mouse. */
export const resetWords: ReadonlySet<string> = new Set(['重置', 'reset']);

export const refusalTexts: RefusalRegistry['texts'] = {
  'zh-CN': {
    'trial-word-wrong': {
      detail: '没有重置试运行县：输入的字不对。',
      nextStep: '确定要重置，请在输入框中填写“重置”两个字。',
    },
    'trial-not-running': {
      detail: '试运行县没有启用。',
      nextStep: '请先启用试运行县，几秒钟后再试。',
    },
    'trial-busy': {
      detail: '试运行县正在启动。',
      nextStep: '请等几秒钟，启动完成后再试。',
    },
    'trial-filling': {
      detail: '正在填入模拟办件，时钟由它拨动。',
      nextStep: '请等填入完成后再拨时钟，或者重置。',
    },
    'trial-nothing-ahead': {
      detail: '没有办件会再变成这种灯。',
      nextStep: '请先办理或填入一些办件，或者按天拨动时钟。',
    },
  },
  en: {
    'trial-word-wrong': {
      detail: 'The trial county was not reset: the word is not the one asked for.',
      nextStep: 'If you mean to reset it, type RESET in the field.',
    },
    'trial-not-running': {
      detail: 'The trial county is switched off.',
      nextStep: 'Switch it on first and try again after a few seconds.',
    },
    'trial-busy': {
      detail: 'The trial county is being started.',
      nextStep: 'Wait a few seconds until it runs, then try again.',
    },
    'trial-filling': {
      detail: 'Invented cases are being filled in, and they move the clock.',
      nextStep: 'Move the clock once that is done, or reset.',
    },
    'trial-nothing-ahead': {
      detail: 'No case will turn to that light any more.',
      nextStep: 'File or fill in some cases first, or move the clock by days.',
    },
  },
};
