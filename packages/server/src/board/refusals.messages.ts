import type { RefusalRegistry } from '../platform/refusal.ts';

export const refusalTexts: RefusalRegistry['texts'] = {
  'zh-CN': {
    'board-full': {
      detail: '同时打开的看板太多了。',
      nextStep: '请关掉不用的看板页面，一分钟后再试。',
    },
  },
  en: {
    'board-full': {
      detail: 'Too many boards are open at once.',
      nextStep: 'Close boards that nobody looks at and try again in a minute.',
    },
  },
};
