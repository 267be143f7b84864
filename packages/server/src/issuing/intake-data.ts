import { civilDate, findLimitRule, instantMs } from '@yichuang/kernel/time';
import type { DocumentData } from '../documents/index.ts';
import {
  APPROVAL_SEAL,
  causeOf,
  commonData,
  isOfType,
  letterData,
  remediesData,
  shortLetterData,
  type DocumentFacts,
} from './document-facts.ts';
import { chineseNumber, citation, clause } from './official-text.ts';

const SHANGHAI_OFFSET_MS = 8 * 60 * 60 * 1000;

/** 申请材料接收凭证: what was handed in, and when the office has to answer. */
export function receiptData(facts: DocumentFacts): DocumentData {
  const [first] = facts.events;
  if (first === undefined || !isOfType(first.event, 'CaseReceived')) {
    throw new Error(`case ${facts.state.caseId} does not begin with its filing`);
  }
  const isOnline = first.event.channel === 'online';
  const counter = facts.item.place?.counter ?? '政务服务中心窗口';
  return {
    ...commonData(facts, APPROVAL_SEAL),
    ...letterData(facts),
    receivedAt: civilMinute(first.at),
    receivedVia: isOnline ? `${facts.names.site}网上提交` : counter,
    receivedBy: isOnline ? `${facts.names.site}（系统接收）` : first.by.name,
    materials: materialLines(facts, first.event.materials),
    acceptanceDue: acceptanceDue(facts),
    queryUrl: `${facts.publicUrl}/track`,
    passwordHint: '提交申请时已当面或者在网页上告知，请妥善保管',
    ledgerHash: facts.filingHash,
  };
}

function civilMinute(at: DocumentFacts['document']['orderedAt']): string {
  const minute = new Date(instantMs(at) + SHANGHAI_OFFSET_MS).toISOString().slice(11, 16);
  return `${civilDate(at)}T${minute}`;
}

type Filed = DocumentFacts['state']['materials'][string];

/** Only what was handed in: an optional material left out is not listed as received. */
function materialLines(
  { item }: DocumentFacts,
  materials: readonly Pick<Filed, 'materialId' | 'pages' | 'isOnPaper' | 'heldFrom'>[],
): DocumentData[] {
  const lines = materials.flatMap((material): DocumentData[] => {
    const definition = item.materials.find((each) => each.id === material.materialId);
    if (definition === undefined) return [];
    const { name, originals } = definition;
    if (material.heldFrom !== undefined) {
      return [{ name, carrier: '电子件', remark: `由${material.heldFrom}调取，无需提交` }];
    }
    if (material.pages.length > 0) {
      return [{ name, carrier: '电子件', copies: 1, pages: material.pages.length }];
    }
    if (!material.isOnPaper) return [];
    return [{ name, carrier: '纸质', copies: originals ?? 1, remark: '以窗口核收为准' }];
  });
  return lines.length > 0 ? lines : [{ name: '申请表', carrier: '电子件', copies: 1 }];
}

function acceptanceDue({ events, rules }: DocumentFacts): DocumentData {
  const started = events
    .map(({ event }) => event)
    .find((event) => event.type === 'ClockStarted' && event.kind === 'correction');
  if (started?.type !== 'ClockStarted') throw new Error('a filing starts the clock of corrections');
  const unit = started.unit === 'WD' ? '个工作日' : '日';
  return {
    on: started.result.dueOn,
    explanation: `自收到申请材料的次日起计算${chineseNumber(started.amount)}${unit}，不含法定节假日`,
    deemed: findLimitRule(rules, started.ruleId)?.onExpiry === 'deemed-accepted',
  };
}

/** 补正材料通知书: everything to be corrected, once. */
export function correctionData(facts: DocumentFacts): DocumentData {
  const requested = causeOf(facts, 'CorrectionRequested');
  const { item, state, names } = facts;
  const counter =
    item.place === undefined ? '' : `或者到${item.place.address}${item.place.counter ?? ''}`;
  return {
    ...commonData(facts, APPROVAL_SEAL),
    ...letterData(facts),
    receivedOn: state.receivedOn,
    materials: requested.items.map((asked) => {
      const definition = item.materials.find((each) => each.id === asked.materialId);
      return {
        name: definition?.name ?? '申请表',
        problem: clause(asked.problem ?? '不齐全或者不符合法定形式'),
        remedy: clause(asked.instruction ?? definition?.criteria ?? '按要求重新提交'),
        ...(definition?.sampleFile === undefined ? {} : { sample: '见办事指南' }),
      };
    }),
    howToSubmit: `通过${names.site}“我的办件”${counter}提交`,
    ...(requested.dueOn === undefined
      ? {}
      : { submitBy: requested.dueOn, consequence: AFTER_CORRECTION_TERM }),
  };
}

/** What the counter may do then (ground `not-corrected`); no statute ends the case by itself. */
const AFTER_CORRECTION_TERM =
  '逾期未补正的，本机关可以依法决定不予受理；材料备齐后可以重新提出申请。';

/** 受理通知书, also where the law itself has accepted (deemed). */
export function acceptanceData(facts: DocumentFacts): DocumentData {
  const accepted = causeOf(facts, 'CaseAccepted');
  return {
    ...commonData(facts, APPROVAL_SEAL),
    ...shortLetterData(facts),
    receivedOn: facts.state.receivedOn,
    acceptedOn: accepted.acceptedOn,
    deemed: accepted.isDeemed,
    decisionDue: decisionDue(facts),
    queryUrl: `${facts.publicUrl}/track`,
  };
}

/** As counted at acceptance: a later suspension has a letter of its own. */
function decisionDue({ events, document }: DocumentFacts): DocumentData {
  const clocks = events.flatMap(({ event, at }) =>
    event.type === 'ClockStarted' && at === document.orderedAt ? [event] : [],
  );
  const statutory = clocks.findLast((clock) => clock.kind === 'statutory');
  const committed = clocks.findLast((clock) => clock.kind === 'committed');
  const leading = statutory ?? committed;
  if (leading === undefined) throw new Error('an acceptance starts the clock of the decision');
  return {
    on: leading.result.dueOn,
    limit: daysText(leading),
    ...(committed === undefined || statutory === undefined
      ? {}
      : { committed: daysText(committed) }),
  };
}

function daysText({ amount, unit }: { amount: number; unit: 'WD' | 'CD' }): string {
  return `${chineseNumber(amount)}${unit === 'WD' ? '个工作日' : '日'}`;
}

/** 不予受理决定书; 不受理告知书 where no licence is needed. */
export function refusalData(facts: DocumentFacts): DocumentData {
  const { ground, reason, basis } = causeOf(facts, 'AcceptanceRefused');
  return {
    ...commonData(facts, APPROVAL_SEAL),
    ...letterData(facts),
    ...remediesData(facts),
    receivedOn: facts.state.receivedOn,
    ground: ground === 'not-corrected' ? 'other' : ground,
    reason: clause(reason),
    basis: citation(basis),
  };
}
