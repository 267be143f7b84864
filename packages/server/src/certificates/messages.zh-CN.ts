import type { RefusalText } from '../platform/refusal.ts';

export const refusalTexts: Readonly<Record<string, RefusalText>> = {
  'certificate-not-found': {
    detail: '没有查到这份证照或者文书。',
    nextStep: '请核对证照编号、电子证照标识或者二维码下方的核验码；仍查不到的，请向发证机关核实。',
  },
};
