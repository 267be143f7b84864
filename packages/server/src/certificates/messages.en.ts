import type { RefusalText } from '../platform/refusal.ts';

export const refusalTexts: Readonly<Record<string, RefusalText>> = {
  'certificate-not-found': {
    detail: 'No such certificate or document is known here.',
    nextStep:
      'Check the number, the identifier or the code of the QR address, or ask the issuing office.',
  },
};
