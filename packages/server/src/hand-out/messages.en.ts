import type { RefusalText } from '../platform/refusal.ts';

export const refusalTexts: Readonly<Record<string, RefusalText>> = {
  'hand-out-not-possible': {
    detail: 'Work cannot be handed out to "{unit}" this way.',
    nextStep: 'Choose an item that can be handed out and a unit with somebody to do it.',
  },
};
