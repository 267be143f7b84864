/** What a letter comes to: an answer, an opinion, a review, an agreement. */
import type { LetterResult } from '@yichuang/kernel/case';
import type { DocumentData } from '../documents/index.ts';
import { causeOf, commonData, type DocumentFacts } from './document-facts.ts';
import { words } from './letter.messages.ts';
import { citations } from './official-text.ts';
import {
  channelOf,
  formText,
  letterIn,
  lines,
  officeData,
  requestsOf,
  senderData,
  subjectOf,
  writerOf,
} from './petition-facts.ts';

/** 答复, 信访处理意见书, 复查意见书 or 复核意见书: by the kind of the letter. */
export function answerData(facts: DocumentFacts): DocumentData {
  switch (facts.item.letter?.kind) {
    case 'petition':
      return opinionData(facts);
    case 'review':
    case 'recheck':
      return reviewData(facts);
    default:
      return replyData(facts);
  }
}

function replyData(facts: DocumentFacts): DocumentData {
  const { answer } = causeOf(facts, 'AnswerGiven');
  const { item, state } = facts;
  return {
    ...commonData(facts),
    applicant: writerOf(facts),
    subject: subjectOf(facts),
    receivedOn: state.receivedOn,
    via: channelOf(facts),
    paragraphs: lines(answer.result),
    handler: {
      unit: facts.names.issuer,
      person: answer.officerName,
      phone: answer.officerPhone,
    },
    followUp: (item.letter?.mostFollowUps ?? 0) > 0,
    queryUrl: `${facts.publicUrl}/track`,
  };
}

/**
 * 信访处理意见书.
 * @basis 信访工作条例 第三十二条: 应当载明信访人投诉请求、事实和理由、处理意见及其法律法规依据
 */
function opinionData(facts: DocumentFacts): DocumentData {
  const { answer } = causeOf(facts, 'AnswerGiven');
  return {
    ...senderData(facts),
    acceptedOn: facts.state.acceptedOn,
    requests: requestsOf(facts),
    facts: lines(answer.facts ?? ''),
    opinions: [{ result: answer.outcome, text: lines(answer.result).join('') }],
    basis: citations(answer.basis ?? []),
    reviewBody: facts.names.above,
  };
}

const RESULTS: Partial<Readonly<Record<LetterResult, string>>> = {
  upheld: 'upheld',
  changed: 'changed',
  'set-aside': 'annulled',
};

/** @basis 信访工作条例 第三十五条, 第三十六条 */
function reviewData(facts: DocumentFacts): DocumentData {
  const { answer } = causeOf(facts, 'AnswerGiven');
  const { original, item, names } = facts;
  if (original === undefined) throw new Error('a review is of an answer');
  const { number } = original;
  return {
    ...senderData(facts),
    requestedOn: facts.state.receivedOn,
    original: {
      body: original.body,
      issuedOn: original.answer.answeredOn,
      opinion: lines(original.answer.result).join(''),
      ...(number === undefined ? {} : { number }),
    },
    requests: requestsOf(facts),
    facts: lines(answer.facts ?? ''),
    result: RESULTS[answer.outcome ?? 'upheld'],
    opinion: lines(answer.result).join(''),
    basis: citations(answer.basis ?? []),
    ...(item.letter?.kind === 'review' ? { recheckBody: names.above } : hearingOf(facts)),
  };
}

/** Its days did not count, so the opinion says that there was one. */
function hearingOf({ state }: DocumentFacts): DocumentData {
  const held = state.specialProcedures.findLast(({ endedOn }) => endedOn !== undefined);
  if (held?.endedOn === undefined) return {};
  return { hearing: { heldOn: held.endedOn, conclusion: held.result ?? '' } };
}

/**
 * 调解协议书, 和解协议书.
 * @basis 信访工作条例 第三十三条: 经调解、和解达成一致意见的，应当制作调解协议书或者和解协议书。
 */
export function mediationData(facts: DocumentFacts): DocumentData {
  const { kind, text } = causeOf(facts, 'MediationRecorded');
  const { contact: _contact, ...common } = officeData(facts);
  const unit = letterIn(facts).unit ?? facts.state.orgId;
  return {
    ...common,
    kind,
    parties: [
      { name: facts.state.applicant.name, role: words.petitioner },
      { name: facts.names.orgs.get(unit) ?? facts.names.issuer },
    ],
    dispute: lines(formText(facts.state.form, 'body')),
    terms: lines(text),
  };
}
