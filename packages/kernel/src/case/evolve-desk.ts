/** Folds what goes over a desk beside the tasks. */
import type { PersonRef } from '../flow/person.ts';
import type { DeskEvent, HandOutState, ReadingState } from './desk.ts';
import type { Recorded } from './events.ts';
import type { CaseState } from './state.ts';

export function evolveDesk(state: CaseState, event: DeskEvent, recorded: Recorded): CaseState {
  const { at } = recorded;
  switch (event.type) {
    case 'CaseCopied':
      return copy(state, event, recorded);
    case 'CopyRead': {
      const reading = state.readings?.[event.readingId];
      if (reading === undefined) throw new Error(`nobody was given ${event.readingId} to read`);
      const opinion = event.opinion === '' ? {} : { opinion: event.opinion };
      return withReading(state, { ...reading, readAt: at, readBy: personOf(recorded), ...opinion });
    }
    case 'CaseUrged': {
      const { taskIds, message } = event;
      const urge = { at, by: personOf(recorded), taskIds, message };
      return { ...state, urges: [...(state.urges ?? []), urge] };
    }
    case 'UnitCaseOrdered': {
      const { type: _type, ...handOut } = event;
      return withHandOut(state, { ...handOut, at });
    }
    case 'UnitCaseRecorded': {
      const handOut = state.handOuts?.[event.handOutId];
      if (handOut === undefined) throw new Error(`nothing was handed out as ${event.handOutId}`);
      const { caseId, number } = event;
      return withHandOut(state, { ...handOut, caseId, number });
    }
    case 'MessageReceived':
      return state;
    case 'CaseRebased':
      return { ...state, itemVersion: event.toVersion };
  }
}

function copy(
  state: CaseState,
  event: Extract<DeskEvent, { type: 'CaseCopied' }>,
  recorded: Recorded,
): CaseState {
  return event.readings.reduce<CaseState>(
    (after, { readingId, to }) =>
      withReading(after, {
        readingId,
        kind: event.isForOpinion ? 'circulation' : 'copy',
        to,
        from: personOf(recorded),
        at: recorded.at,
        note: event.note,
        ...(event.fromReading === undefined ? {} : { fromReading: event.fromReading }),
      }),
    state,
  );
}

function personOf({ by }: Recorded): PersonRef {
  return { personId: by.personId, name: by.name };
}

function withReading(state: CaseState, reading: ReadingState): CaseState {
  return { ...state, readings: { ...state.readings, [reading.readingId]: reading } };
}

function withHandOut(state: CaseState, handOut: HandOutState): CaseState {
  return { ...state, handOuts: { ...state.handOuts, [handOut.handOutId]: handOut } };
}
