import type { RefusalText } from '../platform/refusal.ts';
import type { LedgerProblem } from './ledger-finding.ts';

export const refusalTexts: Readonly<Record<string, RefusalText>> = {
  'root-not-published': {
    detail: '这一天的存证根值尚未公布，或者当天没有办件记录。',
    nextStep: '每天的根值在次日零时以后公布，请稍后再查。',
  },
  'head-not-published': {
    detail: '没有这样的总根。',
    nextStep: '总根的序号是已公布的天数，可在 /api/ledger/heads 查看。',
  },
  'head-not-stamped': {
    detail: '这个总根没有加盖时间戳，或者还没有加盖。',
    nextStep: '各总根及其时间戳可在 /api/ledger/heads 查看。',
  },
  'receipt-not-found': {
    detail: '没有查到这件办件的存证。',
    nextStep: '请从“我的办件”进入，或者核对网址。',
  },
};

export const findingTexts: Readonly<Record<LedgerProblem, string>> = {
  hash: '办件{case}的第{seq}条记录内容被改动。',
  'prev-hash': '办件{case}的第{seq}条记录与前一条接不上：之前有记录被改动、增加或者删除。',
  seq: '办件{case}的第{seq}条记录之前缺少记录。',
  day: '办件{case}的第{seq}条记录被移到另一天。',
  head: '办件{case}的记录到第{seq}条为止，与办件登记的末条不一致。',
  snapshot: '办件{case}的当前状态与其{seq}条记录推算的结果不一致。',
  root: '{day}的记录与已经公布的存证根值不一致。',
  kept: '现在公布的{day}根值，与外面保存的不一样。',
  'kept-head': '现在的第{seq}天总根，与外面保存的不一样。',
  'kept-copy': '公布的根值和总根里没有给出的这一个。',
  log: '截至{day}公布的各日根值，与当日公布的总根不一致。',
};

/** Of the journal, where there is a stream instead of a case. */
export const streamTexts: Readonly<Partial<Record<LedgerProblem, string>>> = {
  hash: '日志{stream}的第{seq}条内容被改动。',
  'prev-hash': '日志{stream}的第{seq}条与前一条接不上：之前有条目被改动、增加或者删除。',
  seq: '日志{stream}的第{seq}条之前缺少条目。',
  day: '日志{stream}的第{seq}条被移到另一天。',
  head: '日志{stream}到第{seq}条为止，与登记的末条不一致。',
};
