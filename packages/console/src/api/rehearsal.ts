import type { RehearsalResult, RehearsalWish } from '@yichuang/contracts';
import { requestJson } from './request.ts';

export const rehearsalApi = {
  /** Nothing is stored; an empty wish runs with history and guesses. */
  run: (itemCode: string, wish: RehearsalWish) =>
    requestJson<RehearsalResult>({
      path: `/api/items/${encodeURIComponent(itemCode)}/rehearsal`,
      method: 'POST',
      body: wish,
    }),
};
