/** What somebody would enter for an act on a letter that is offered to them, from dice. */
import type { AllowedAct, CaseState } from '../index.ts';
import type { Dice } from './guess.examples.ts';
import { reply, to } from './letter.examples.ts';

/** What somebody would enter for an act that is offered; undefined where the run leaves it out. */
export function filledIn(act: AllowedAct, state: CaseState, dice: Dice): unknown {
  const { taskId } = act;
  const unit = ['zjj', 'zjj/station', 'slj'][dice(3)] ?? 'slj';
  const reason = 'because';
  switch (act.act) {
    case 'ReferCase':
      return { taskId, ...to(unit, dice(3) === 0 ? { procedure: 'simple' } : {}) };
    case 'AcceptCase':
      return { taskId, opinion: '', ...(dice(2) === 0 ? { referral: to(unit) } : {}) };
    case 'RefuseAcceptance':
      return dice(8) === 0
        ? { taskId, ground: 'other', reason, basis: { law: 'L', article: 'A' } }
        : undefined;
    case 'AnswerObjection':
      return { taskId, isUpheld: dice(2) === 0, reason, referral: to(unit) };
    case 'DraftAnswer':
      return { taskId, answer: reply, findings: [] };
    case 'ApproveTask':
      return { taskId, opinion: '' };
    case 'ReturnTask':
      return { taskId, toStep: act.targets?.[0]?.stepId, then: 'walk-again', reason };
    case 'ServeResult':
      return { taskId, method: 'electronic', recipient: 'Wang' };
    case 'ObjectToReferral':
    case 'ConvertProcedure':
      return { taskId, reason };
    case 'WithdrawCase':
      return dice(12) === 0 ? { reason } : undefined;
    case 'AskFollowUp':
      return { text: 'And then?' };
    case 'RateAnswer':
      return {
        office: dice(2) === 0 ? 'satisfied' : 'dissatisfied',
        handler: 'mostly',
        comment: 'c',
      };
    case 'SendLetterMessage':
      return { to: ['sender', 'office', 'handler'][dice(3)], text: 't' };
    case 'LinkLetter':
      return { caseId: `c${dice(3)}`, number: 'L-2', relation: 'repeated', reason };
    case 'UnlinkLetter': {
      const linkId = state.letter?.links.find(({ undoneAt }) => undoneAt === undefined)?.linkId;
      return { linkId, reason };
    }
    case 'RecordInvestigation':
      return { taskId, heldOn: state.receivedOn, place: 'p', people: 'p', text: 't' };
    case 'RecordMediation':
      return { taskId, kind: 'settlement', heldOn: state.receivedOn, text: 't' };
    case 'MarkSensitive':
      return { isSensitive: state.letter?.sensitivity === undefined, reason };
    case 'PublishLetter':
      return { title: 't', body: 'b', answers: {} };
    case 'UnpublishLetter':
      return { reason };
    case 'RecordCallBack':
      return { manner: 'phone', isSatisfied: dice(2) === 0, note: 'n' };
    case 'SuperviseCase':
      return { ground: 'g', demand: 'd' };
    case 'AnswerSupervision':
      return { supervisionId: openOrder(state), text: 't' };
    case 'RequestReview':
      return dice(3) === 0 ? { reason, orgId: 'county' } : undefined;
    default:
      return undefined;
  }
}

function openOrder({ letter }: CaseState): string | undefined {
  return letter?.supervisions.find(({ answer }) => answer === undefined)?.supervisionId;
}
