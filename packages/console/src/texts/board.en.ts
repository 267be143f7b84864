import type { boardZhCN } from './board.zh-CN.ts';

export const boardEn: Readonly<Record<keyof typeof boardZhCN, string>> = {
  'nav.supervision': 'Supervision',
  'supervision.page.board': 'Board',
  'board.title': 'Supervision board',
  'board.lead': 'The lights of all open cases now, by department.',
};
