/** What the sender of a letter is told. Short messages name no kind: a report tells on itself. */
import type { CaseState, Recorded } from '@yichuang/kernel/case';
import type { PlainDate } from '@yichuang/kernel/time';
import { formatDay } from '../cases/index.ts';
import type { PlannedNotice } from './planned-notice.ts';

export interface LetterNoticeFacts {
  readonly state: CaseState;
  /** The unit that has it, or the office. */
  readonly unitName: string;
  readonly queryPassword: string;
  readonly link: string;
}

/** What came over from another system was told there. */
const IMPORTED = 'import';

export function letterNotice(
  { event, by }: Recorded,
  { state, unitName, queryPassword, link }: LetterNoticeFacts,
): PlannedNotice | undefined {
  if (by.rule === IMPORTED) return undefined;
  const base = { number: state.number, unit: unitName, link };
  switch (event.type) {
    case 'CaseReceived': {
      const dueOn = dayOf(state.clocks['acceptance']?.result.dueOn);
      const template = dueOn === '' ? 'letter-registered' : 'letter-received';
      return { template, params: { ...base, dueOn }, secrets: { password: queryPassword } };
    }
    case 'CaseReferred':
      // Whoever is told of the acceptance is told with it who answers.
      return state.acceptedOn === undefined
        ? { template: 'letter-referred', params: base }
        : undefined;
    case 'CaseAccepted': {
      const dueOn = dayOf(answerDue(state));
      return {
        template: dueOn === '' ? 'letter-underway' : 'letter-accepted',
        params: { ...base, dueOn },
      };
    }
    case 'AcceptanceRefused':
      return { template: 'letter-refused', params: base };
    case 'LimitExtended': {
      const dueOn = dayOf(state.clocks[event.clockId]?.result.dueOn);
      return { template: 'letter-extended', params: { ...base, days: event.days, dueOn } };
    }
    case 'AnswerGiven':
      return { template: 'letter-answered', params: base };
    case 'LetterReopened': {
      if (event.cause === 'follow-up') return undefined;
      const dueOn = dayOf(state.clocks[`rectification#${event.round}`]?.result.dueOn);
      return { template: 'letter-reopened', params: { ...base, dueOn } };
    }
    case 'LetterMessageSent':
      return event.to === 'sender' ? { template: 'letter-message', params: base } : undefined;
    default:
      return undefined;
  }
}

function answerDue(state: CaseState): PlainDate | undefined {
  return (state.clocks['committed'] ?? state.clocks['statutory'])?.result.dueOn;
}

function dayOf(day: PlainDate | undefined): string {
  return day === undefined ? '' : formatDay(day, 'zh-CN');
}
