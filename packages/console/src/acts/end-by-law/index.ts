import { endAct } from './end-act.tsx';

export const terminateCase = endAct({
  type: 'TerminateCase',
  lead: 'act.TerminateCase.lead',
  needsBasis: false,
  command: (reason, basis) => ({
    type: 'TerminateCase',
    reason,
    ...(basis === undefined ? {} : { basis }),
  }),
});

export const voidCase = endAct({
  type: 'VoidCase',
  lead: 'act.VoidCase.lead',
  needsBasis: false,
  command: (reason, basis) => ({
    type: 'VoidCase',
    reason,
    ...(basis === undefined ? {} : { basis }),
  }),
});

/** @basis 中华人民共和国行政许可法 第六十九条: 作出行政许可决定的行政机关…可以撤销行政许可 */
export const revokeDecision = endAct({
  type: 'RevokeDecision',
  lead: 'act.RevokeDecision.lead',
  needsBasis: true,
  command: (reason, basis) => ({
    type: 'RevokeDecision',
    reason,
    basis: basis ?? { law: '', article: '' },
  }),
});
