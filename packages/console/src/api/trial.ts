/** Keeping the trial county. */
import type { TrialAccounts, TrialLoad, TrialMove, TrialView } from '@yichuang/contracts';
import { requestJson } from './request.ts';

const send = (path: string, body?: object) =>
  requestJson<TrialView>({
    path: `/api/trial/${path}`,
    method: 'POST',
    ...(body === undefined ? {} : { body }),
  });

export const trialApi = {
  view: () => requestJson<TrialView>({ path: '/api/trial' }),
  start: () => send('start'),
  stop: () => send('stop'),
  reset: (word: string) => send('reset', { word }),
  load: (load: TrialLoad) => send('load', load),
  move: (move: TrialMove) => send('clock', move),
  accounts: () => requestJson<TrialAccounts>({ path: '/api/trial/accounts' }),
};
