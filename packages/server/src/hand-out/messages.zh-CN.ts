import type { RefusalText } from '../platform/refusal.ts';

export const refusalTexts: Readonly<Record<string, RefusalText>> = {
  'hand-out-not-possible': {
    detail: '不能以这种方式分发给“{unit}”。',
    nextStep: '请选择可以分发的事项和有人办理的单位。',
  },
};
