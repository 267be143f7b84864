/** Letters between offices about a petition: passed on, objected to, supervised. */
import { isWithheld, type ReferralState } from '@yichuang/kernel/case';
import { civilDate } from '@yichuang/kernel/time';
import type { DocumentData } from '../documents/index.ts';
import { causeOf, type DocumentFacts } from './document-facts.ts';
import { words } from './letter.messages.ts';
import { clause } from './official-text.ts';
import {
  channelOf,
  dueOnOf,
  letterIn,
  lines,
  numberOf,
  officeData,
  summaryOf,
  unitName,
} from './petition-facts.ts';

/**
 * 转送函, 交办函.
 * @basis 信访工作条例 第二十二条: …区分情况，在15日内分别按照下列方式处理
 */
export function referralData(facts: DocumentFacts): DocumentData {
  const { referralId, toOrg, reportBy } = causeOf(facts, 'CaseReferred');
  const { state, item } = facts;
  const { people } = letterIn(facts);
  const isKept = isWithheld(state, item);
  const { name, phone } = isKept ? { name: words.kept } : { ...state.applicant };
  const noticeDueOn = dueOnOf(facts, `acceptance#${referralId}`) ?? dueOnOf(facts, 'acceptance');
  const objectionDueOn = dueOnOf(facts, `objection#${referralId}`);
  return {
    ...officeData(facts),
    to: { name: unitName(facts, toOrg) },
    petitioner: {
      name,
      ...(people === undefined ? {} : { people }),
      ...(phone === undefined ? {} : { phone: facts.open(phone) }),
    },
    via: channelOf(facts),
    receivedOn: state.receivedOn,
    summary: summaryOf(facts),
    ...(noticeDueOn === undefined ? {} : { noticeDueOn }),
    ...(objectionDueOn === undefined ? {} : { objectionDueOn }),
    ...(reportBy === undefined ? {} : { reportDueOn: reportBy }),
    confidential: isKept,
  };
}

/**
 * 异议函: to who passed it on.
 * @basis 信访工作条例 第二十三条第三款: 应当自收到之日起5个工作日内提出异议，并详细说明理由
 */
export function objectionData(facts: DocumentFacts): DocumentData {
  const { referralId, reason } = causeOf(facts, 'ReferralObjected');
  const referral = referralOf(facts, referralId);
  const receivedNumber = numberOf(facts, ['referred', 'assigned']);
  const [post = ''] = referral.fromPosts;
  return {
    ...officeData(facts),
    to: { name: facts.names.officeOfPost.get(post) ?? unitName(facts, facts.state.orgId) },
    receivedOn: civilDate(referral.at),
    ...(receivedNumber === undefined ? {} : { receivedNumber }),
    reasons: lines(reason).map(clause),
  };
}

/**
 * 异议答复函: whether the objection is agreed to.
 * @basis 信访工作条例 第二十三条第三款: 经转送、交办的信访部门核实同意后，交还相关材料
 */
export function objectionAnswerData(facts: DocumentFacts): DocumentData {
  const { referralId, isUpheld, reason } = causeOf(facts, 'ObjectionAnswered');
  const { objection, toOrg } = referralOf(facts, referralId);
  const objectionNumber = numberOf(facts, ['objected']);
  const noticeDueOn = isUpheld ? undefined : dueOnOf(facts, `acceptance#${referralId}`);
  return {
    ...officeData(facts),
    to: { name: unitName(facts, toOrg) },
    objectedOn: civilDate(objection?.at ?? facts.document.orderedAt),
    ...(objectionNumber === undefined ? {} : { objectionNumber }),
    agreed: isUpheld,
    reason: clause(reason),
    ...(noticeDueOn === undefined ? {} : { noticeDueOn }),
  };
}

function referralOf(facts: DocumentFacts, referralId: string): ReferralState {
  const found = letterIn(facts).referrals.find((each) => each.referralId === referralId);
  if (found === undefined) throw new Error(`there is no referral ${referralId}`);
  return found;
}

/**
 * 督办函.
 * @basis 信访工作条例 第四十条: 应当及时督办，并提出改进工作的建议
 */
export function supervisionData(facts: DocumentFacts): DocumentData {
  const { ground, demand, dueOn: feedbackDueOn } = causeOf(facts, 'CaseSupervised');
  const { state } = facts;
  const { referrals, unit } = letterIn(facts);
  const referral = referrals.at(-1);
  const assignedNumber = numberOf(facts, ['referred', 'assigned']);
  const dueOn = dueOnOf(facts, 'statutory');
  return {
    ...officeData(facts),
    to: { name: unitName(facts, unit ?? state.orgId) },
    assignedOn: referral === undefined ? state.receivedOn : civilDate(referral.at),
    ...(assignedNumber === undefined ? {} : { assignedNumber }),
    ...(dueOn === undefined ? {} : { dueOn }),
    problems: lines(ground).map(clause),
    suggestions: lines(demand).map(clause),
    ...(feedbackDueOn === undefined ? {} : { feedbackDueOn }),
  };
}
