/** Notices to the sender of a letter: accepted, not accepted, extended. */
import type { RefusalGround } from '@yichuang/kernel/case';
import type { DocumentData } from '../documents/index.ts';
import { causeOf, type DocumentFacts } from './document-facts.ts';
import { words } from './letter.messages.ts';
import { citation, clause, daysText } from './official-text.ts';
import { letterIn, lines, senderData, senderOf, subjectOf } from './petition-facts.ts';
import { extensionData } from './progress-data.ts';

/**
 * 受理告知书.
 * @basis 信访工作条例 第二十三条: 应当自收到信访事项之日起15日内书面告知信访人接收情况以及处理途径和程序
 */
export function petitionAcceptance(facts: DocumentFacts): DocumentData {
  const { state, names } = facts;
  const accepted = causeOf(facts, 'CaseAccepted');
  // What was referred with the acceptance came to the office that accepts, and not from it.
  const before = letterIn(facts).referrals.filter(({ at }) => at < facts.document.orderedAt);
  const [post = ''] = before.at(-1)?.fromPosts ?? [];
  const from = names.officeOfPost.get(post);
  const statutory = state.clocks['statutory'];
  return {
    ...senderData(facts),
    receivedOn: state.receivedOn,
    ...(from === undefined ? {} : { receivedFrom: `${from}${words.passedOn}` }),
    way: 'opinion',
    acceptedOn: accepted.acceptedOn,
    ...(statutory === undefined
      ? {}
      : { limit: daysText(statutory), dueOn: statutory.result.dueOn }),
    queryUrl: `${facts.publicUrl}/track`,
  };
}

/**
 * 听证通知书: that it is heard, and what about; when and where is told separately.
 * @basis 信访工作条例 第三十一条第六项, 第三十六条第二款: 可以…举行听证
 */
export function petitionHearing(facts: DocumentFacts): DocumentData {
  const { documentId } = facts.document;
  const hearing = facts.state.specialProcedures.find((each) => each.documentId === documentId);
  if (hearing === undefined) throw new Error(`no hearing has document ${documentId}`);
  const stage = facts.item.letter?.kind === 'recheck' ? 'recheck' : 'handling';
  return { ...senderData(facts), stage, issues: lines(hearing.reason).map(clause) };
}

const GROUNDS: Partial<Readonly<Record<RefusalGround, string>>> = {
  'other-procedure': 'procedure',
  'in-procedure': 'pending',
  'not-competent': 'not-competent',
  'same-facts': 'closed',
};

/**
 * 不予受理告知书, with where to go instead.
 * @basis 信访工作条例 第二十三条第一款: 对不属于本机关、单位职权范围的，应当告知信访人向有权处理的机关、单位提出
 */
export function petitionRefusal(facts: DocumentFacts): DocumentData {
  const { ground, reason, basis, goTo } = causeOf(facts, 'AcceptanceRefused');
  return {
    ...senderData(facts),
    ...(ground === 'same-facts' ? { title: words.closedNotice } : {}),
    receivedOn: facts.state.receivedOn,
    ground: GROUNDS[ground] ?? 'other',
    reason: clause(reason),
    ...(goTo === undefined ? {} : { whereTo: clause(goTo) }),
    basis: [citation(basis)],
  };
}

/**
 * 延期告知书.
 * @basis 信访工作条例 第三十四条: 情况复杂的，经本机关、单位负责人批准，可以适当延长办理期限，但延长期限不得超过30日，
 * 并告知信访人延期理由。
 */
export function petitionExtension(facts: DocumentFacts): DocumentData {
  const { itemName: _item, joint: _joint, contact, ...extension } = extensionData(facts);
  return {
    ...extension,
    contact,
    applicant: senderOf(facts),
    subject: subjectOf(facts),
  };
}
