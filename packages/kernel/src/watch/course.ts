/** The events of a case, gathered once by what they are: every kind of fact reads from here. */
import type { CaseEvent, CaseState, Recorded } from '../case/index.ts';
import type { WatchContext } from './context.ts';

type EventType = CaseEvent['type'];

/** A recorded event of known type. */
export type Of<T extends EventType> = Omit<Recorded, 'event'> & {
  readonly event: Extract<CaseEvent, { readonly type: T }>;
};

export interface Course extends WatchContext {
  readonly state: CaseState;
  readonly events: readonly Recorded[];
  all<T extends EventType>(type: T): readonly Of<T>[];
}

export function courseOf(
  events: readonly Recorded[],
  state: CaseState,
  context: WatchContext,
): Course {
  const byType = new Map<EventType, Recorded[]>();
  for (const recorded of events) {
    const { type } = recorded.event;
    const list = byType.get(type);
    if (list === undefined) byType.set(type, [recorded]);
    else list.push(recorded);
  }
  return {
    ...context,
    state,
    events,
    // The map pairs each type with its own events; the compiler cannot follow that.
    all: <T extends EventType>(type: T) => (byType.get(type) ?? []) as unknown as Of<T>[],
  };
}

/** Personal id and name of who did it; nobody where the system did. */
export function peopleOf({ by }: Recorded): { personId: string; name: string }[] {
  return by.kind === 'staff' ? [{ personId: by.personId, name: by.name }] : [];
}
