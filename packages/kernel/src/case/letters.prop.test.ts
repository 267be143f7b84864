import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMs } from '../time/index.ts';
import {
  allowedActs,
  decide,
  hasEnded,
  isRight,
  isWithheld,
  replay,
  runningClocks,
  type Actor,
  type CaseContext,
  type CaseState,
  type Command,
  type Recorded,
} from './index.ts';
import { contextOf, on, robot, staff, wang } from './testing/case.examples.ts';
import { diceOf, type Dice } from './testing/guess.examples.ts';
import {
  housing,
  housingHead,
  office,
  petition,
  postOf,
  special,
  station,
  supervisor,
  water,
  writing,
} from './testing/letter.examples.ts';
import { filledIn } from './testing/random-letters.examples.ts';
import { letterWanted } from './testing/wanted.examples.ts';
import { given } from './testing/specification.examples.ts';

const DAY_MS = 86_400_000;
const accused = staff('Accused', ['letters', 'zjj.handler', 'zjj.head'], ['letters-office']);
const people: readonly Actor[] = [
  wang,
  office,
  special,
  housing,
  housingHead,
  station,
  staff('StationHead', ['zjj/station.head']),
  water,
  staff('OwnOffice', ['xfj.handler', 'xfj.head']),
  supervisor,
  accused,
];

interface Run {
  past: readonly Recorded[];
  state: CaseState;
  at: CaseContext['at'];
  /** How often each act was done. */
  readonly acts: Map<string, number>;
}

const contextFor = (run: Run, by: Actor): CaseContext => ({
  ...contextOf(petition, by, run.at),
  postOf,
});

function step(run: Run, seed: number): void {
  const dice = diceOf(seed);
  run.at = addMs(run.at, dice(5) === 0 ? DAY_MS * (1 + dice(6)) : 60_000);
  actAsSystem(run);
  const chosen = choose(run, dice);
  if (chosen !== undefined) carryOut(run, chosen.command, chosen.by);
}

interface Chosen {
  readonly command: Command;
  readonly by: Actor;
}

/** Of somebody's offers; two times in three what moves the letter on, where somebody can. */
function choose(run: Run, dice: Dice): Chosen | undefined {
  const all = people.flatMap((by) => offersTo(run, by, dice));
  const moving = all.filter(({ command }) => 'taskId' in command);
  const wanted = dice(3) > 0 && moving.length > 0 ? moving : all;
  return wanted[dice(wanted.length)];
}

function offersTo(run: Run, by: Actor, dice: Dice): Chosen[] {
  const offered = allowedActs(run.state, contextFor(run, by));
  expect(by === accused ? offered : []).toEqual([]);
  return offered.flatMap((act) => {
    const entered = filledIn(act, run.state, dice);
    if (entered === undefined) return [];
    return [{ by, command: { type: act.act, ...(entered as object) } as Command }];
  });
}

/** What the system does at once: documents that were ordered, the case of a review. */
function actAsSystem(run: Run): void {
  const { review } = run.state.letter ?? {};
  if (review !== undefined && review.caseId === undefined) {
    const { requestId } = review;
    carryOut(run, { type: 'RecordReview', requestId, caseId: 'r1', number: 'R-1' }, robot);
  }
  for (const { documentId, issuedAt } of Object.values(run.state.documents)) {
    if (issuedAt !== undefined) continue;
    const file = { documentId, number: documentId, sha256: documentId, bytes: 1 };
    carryOut(run, { type: 'RecordDocument', ...file }, robot);
  }
}

function carryOut(run: Run, command: Command, by: Actor): void {
  const before = run.state;
  const outcome = decide(before, command, contextFor(run, by));
  if (!outcome.ok) return;
  run.past = [...run.past, ...outcome.events];
  run.state = outcome.state;
  run.acts.set(command.type, (run.acts.get(command.type) ?? 0) + 1);
  expect(replay(JSON.parse(JSON.stringify(run.past)) as Recorded[])).toStrictEqual(run.state);
  holdsForLetters(before, run.state);
}

function holdsForLetters(before: CaseState, after: CaseState): void {
  const { letter } = after;
  if (letter === undefined) throw new Error('a letter stays one');
  // Answers are never lost nor written over; each round has one.
  const given = letter.answers.map(({ result, round }) => ({ result, round }));
  const earlier = (before.letter?.answers ?? []).map(({ result, round }) => ({ result, round }));
  expect(given.slice(0, earlier.length)).toEqual(earlier);
  expect(new Set(given.map(({ round }) => round)).size).toBe(given.length);
  // A rating stands as it was given.
  for (const { round, rating } of before.letter?.answers ?? []) {
    if (rating === undefined) continue;
    expect(letter.answers.find((one) => one.round === round)?.rating).toEqual(rating);
  }
  if (isWithheld(after, petition)) expect(letter.publication).toBeUndefined();
  const duties = runningClocks(after).filter(({ kind }) => !isRight(kind));
  if (hasEnded(after)) expect(duties).toEqual([]);
  if (after.phase === 'accepted') expect(Object.values(after.marking.tasks)).not.toEqual([]);
  // At most one referral is alive, and it is the last.
  const alive = letter.referrals.filter(
    ({ status }) => status === 'pending' || status === 'objected',
  );
  expect(alive.length).toBeLessThanOrEqual(1);
  if (alive.length === 1) expect(alive[0]).toBe(letter.referrals.at(-1));
}

describe('laws of letters', () => {
  test('hold over random acts of everybody, the accused among them', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 20, maxLength: 50 }), (seeds) => {
        const story = given(petition, [
          writing({ accusedName: 'Accused' }),
          wang,
          on('2026-03-02'),
        ]);
        const { past, state } = story;
        const run: Run = { past, state, at: on('2026-03-02', '11:00'), acts: seen };
        for (const seed of seeds) step(run, seed);
      }),
      { numRuns: 100 },
    );
    // A law that was never put to the test holds too easily.
    const rare = Object.entries(letterWanted).filter(
      ([act, wanted]) => (seen.get(act.slice('act '.length)) ?? 0) < wanted,
    );
    expect(rare).toEqual([]);
  });
});
