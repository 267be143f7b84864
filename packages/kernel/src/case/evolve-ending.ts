/** Folds the acts that end a case otherwise than by its decision, and the freeze. */
import type { Ending, EndingEvent } from './ending.ts';
import type { Recorded } from './events.ts';
import type { CaseState } from './state.ts';

export function evolveEnding(state: CaseState, event: EndingEvent, recorded: Recorded): CaseState {
  switch (event.type) {
    case 'CaseTerminated': {
      const termination = endingOf(event, recorded);
      return { ...thawed(state), phase: 'terminated', outcome: 'terminated', termination };
    }
    case 'CaseVoided': {
      const voiding = endingOf(event, recorded);
      return { ...thawed(state), phase: 'voided', outcome: 'voided', voiding };
    }
    case 'DecisionRevoked': {
      const revocation = endingOf(event, recorded);
      return { ...thawed(state), phase: 'revoked', outcome: 'revoked', revocation };
    }
    case 'CaseFrozen':
      return { ...state, frozen: endingOf(event, recorded) };
    case 'CaseUnfrozen':
      return thawed(state);
  }
}

function endingOf(event: EndingEvent, { at, by }: Recorded): Ending {
  const ending = { at, by: by.name, reason: event.reason };
  return 'basis' in event && event.basis !== undefined ? { ...ending, basis: event.basis } : ending;
}

/** Absent rather than empty, so that the state has one spelling. */
export function thawed(state: CaseState): CaseState {
  const { frozen: _frozen, ...rest } = state;
  return rest;
}
