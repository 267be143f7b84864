/**
 * One command under way: the state so far, the events so far. Each event is folded when emitted, so
 * that what follows is decided on the state that it caused.
 */
import type { CaseContext } from './commands.ts';
import type { CaseEvent, Recorded } from './events.ts';
import { evolve } from './evolve.ts';
import { actorRef, type ActorRef, type PersonRef } from './party.ts';
import type { Refusal } from './refusals.ts';
import type { CaseState } from './state.ts';

export interface Proceeding {
  readonly context: CaseContext;
  readonly events: readonly Recorded[];
  readonly refusals: readonly Refusal[];
  state(): CaseState;
  emit(event: CaseEvent): void;
  /** Emits as the system, under the rule named: acts of law are not acts of the officer. */
  emitBySystem(rule: string, work: () => void): void;
  /** From here on events name the post in which the actor acts, and in whose place. */
  actAs(post: string | undefined, onBehalfOf?: PersonRef): void;
  /** Something that the act would bring about is not possible: the whole command is refused. */
  refuse(refusal: Refusal): void;
}

export function proceed(initial: CaseState | undefined, context: CaseContext): Proceeding {
  const events: Recorded[] = [];
  const refusals: Refusal[] = [];
  let current = initial;
  let by: ActorRef = actorRef(context.actor);
  const state = (): CaseState => {
    if (current === undefined) throw new Error('the case has not been received yet');
    return current;
  };
  return {
    context,
    events,
    refusals,
    state,
    emit(event) {
      const seq = (current?.version ?? 0) + 1;
      const recorded: Recorded = { seq, at: context.at, by, event };
      current = evolve(current, recorded);
      events.push(recorded);
    },
    emitBySystem(rule, work) {
      const person = by;
      by = actorRef({ kind: 'system', rule });
      work();
      by = person;
    },
    actAs(post, onBehalfOf) {
      by = actorRef(context.actor, post, onBehalfOf);
    },
    refuse(refusal) {
      refusals.push(refusal);
    },
  };
}
