import type { CaseEvent } from '@yichuang/kernel/case';
import type { Storyteller, Told } from './storyteller.ts';

/** What moved the case round, or went over a desk beside it, in words. */
export function tellMoving(event: CaseEvent, teller: Storyteller): Told | undefined {
  return tellEnding(event) ?? tellDesk(event, teller);
}

function tellEnding(event: CaseEvent): Told | undefined {
  switch (event.type) {
    case 'CaseTerminated':
    case 'CaseVoided':
    case 'DecisionRevoked':
      return { key: event.type, opinion: event.reason, isForApplicant: true, tone: 'bad' };
    case 'CaseFrozen':
      return { key: event.type, opinion: event.reason, tone: 'attention' };
    case 'CaseUnfrozen':
      return { key: event.type, opinion: event.reason };
    default:
      return undefined;
  }
}

/** Inside the offices only. */
function tellDesk(event: CaseEvent, { isPublic }: Storyteller): Told | undefined {
  if (event.type === 'CaseUrged') return { key: event.type, opinion: event.message };
  if (isPublic) return undefined;
  switch (event.type) {
    case 'SubcaseRecorded':
    case 'UnitCaseRecorded':
      return { key: event.type, params: { number: event.number } };
    case 'CaseCopied': {
      const key = event.isForOpinion ? 'CaseCirculated' : 'CaseCopied';
      return { key, params: { count: event.readings.length }, opinion: event.note };
    }
    case 'CopyRead':
      return { key: event.type, opinion: event.opinion };
    case 'UnitCaseOrdered':
      return { key: event.type, opinion: event.note };
    case 'MessageReceived':
      return { key: event.type, opinion: event.message };
    case 'CaseRebased':
      return { key: event.type, params: { version: event.toVersion } };
    default:
      return undefined;
  }
}
