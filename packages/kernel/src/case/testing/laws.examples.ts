/** The laws of the operations by their number in the specification. */
import type { Law, Observed } from './law.examples.ts';
import {
  budgetsAreKept,
  effectsStand,
  eventsAreData,
  losersAreTold,
  votesStay,
} from './laws-of-acts.examples.ts';
import {
  joinsFireOnce,
  nothingIsLeft,
  oneTaskEach,
  roundsAreApart,
  somethingIsAwaited,
} from './laws-of-flow.examples.ts';

/**
 * Looked at after every act that succeeds. 8 (one of two wins), 10 (what is offered works) and the
 * costly halves of 11 (a recall undoes) and 12 (replay is the state) are looked at now and then;
 * that a refused act changes nothing is a state that is frozen.
 */
export const lawsOfEveryAct: readonly (readonly [number: number, law: Law])[] = [
  [1, somethingIsAwaited],
  [2, nothingIsLeft],
  [3, oneTaskEach],
  [4, joinsFireOnce],
  [5, roundsAreApart],
  [6, votesStay],
  [7, losersAreTold],
  [9, budgetsAreKept],
  [11, effectsStand],
  [12, eventsAreData],
];

export function brokenLaws(act: Observed): string[] {
  return lawsOfEveryAct.flatMap(([number, law]) =>
    law(act).map((said) => `law ${number}: ${said}`),
  );
}
