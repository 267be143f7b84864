/** Rehearsal of an item: what it would be run with, and what came of it. */
import { Type, type Static } from '@sinclair/typebox';
import { oneOf } from './schema-parts.ts';
import { Day } from './values.ts';

const Key = Type.String({ maxLength: 100 });
const Share = Type.Number({ minimum: 0, maximum: 1 });
/** What is guessed is shown as guessed. */
export const NumberSource = oneOf('history', 'entered', 'guess');
export type NumberSource = Static<typeof NumberSource>;

/** What the office enters; whatever is absent comes from history, or is a guess. */
export const RehearsalWish = Type.Object({
  /** The same seed gives the same result. */
  seed: Type.Optional(Type.Integer({ minimum: 0, maximum: 2_147_483_647 })),
  perDay: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 2000 })),
  hoursPerDay: Type.Optional(Type.Number({ minimum: 1, maximum: 24 })),
  posts: Type.Optional(
    Type.Record(
      Key,
      Type.Object({
        people: Type.Integer({ minimum: 1, maximum: 500 }),
        /** Part of their time that they have for this item. */
        share: Type.Number({ minimum: 0.01, maximum: 1 }),
      }),
    ),
  ),
  steps: Type.Optional(
    Type.Record(
      Key,
      Type.Object({
        /** Working minutes of one person; half of the tasks take less. */
        minutes: Type.Number({ minimum: 0, maximum: 10_000 }),
        returnShare: Type.Number({ minimum: 0, maximum: 0.9 }),
      }),
    ),
  ),
  /** By split, then branch. */
  branches: Type.Optional(Type.Record(Key, Type.Record(Key, Share))),
  /** Working days, by node; `correction` is how long applicants take to correct. */
  waits: Type.Optional(Type.Record(Key, Type.Number({ minimum: 0, maximum: 365 }))),
});
export type RehearsalWish = Static<typeof RehearsalWish>;

const Name = Type.String();

/** Everything that a rehearsal of the item depends on, each number with where it comes from. */
export const RehearsalPlan = Type.Object({
  itemCode: Type.String(),
  itemName: Name,
  seed: Type.Integer(),
  perDay: Type.Number(),
  perDaySource: NumberSource,
  hoursPerDay: Type.Number(),
  /** Concluded cases that the history was taken from. */
  historyCases: Type.Integer(),
  posts: Type.Array(
    Type.Object({
      post: Key,
      name: Name,
      people: Type.Integer(),
      share: Type.Number(),
      source: NumberSource,
    }),
  ),
  steps: Type.Array(
    Type.Object({
      stepId: Key,
      name: Name,
      duty: Type.String(),
      minutes: Type.Number(),
      returnShare: Type.Number(),
      source: NumberSource,
      /** Finished tasks in the history. */
      tasks: Type.Integer(),
    }),
  ),
  branches: Type.Array(
    Type.Object({
      splitId: Key,
      splitName: Name,
      branchId: Key,
      branchName: Name,
      share: Share,
      source: NumberSource,
    }),
  ),
  waits: Type.Array(
    Type.Object({ nodeId: Key, name: Name, days: Type.Number(), source: NumberSource }),
  ),
  limits: Type.Array(
    Type.Object({
      name: oneOf('committed', 'statutory'),
      days: Type.Integer(),
    }),
  ),
});
export type RehearsalPlan = Static<typeof RehearsalPlan>;

const LateShare = Type.Object({ name: Type.String(), days: Type.Integer(), lateShare: Share });

export const RehearsalResult = Type.Object({
  plan: RehearsalPlan,
  /** What came out, in the reader's language, the most important first. */
  sentences: Type.Array(Type.String()),
  cases: Type.Integer(),
  /** Working days from filing to the end. */
  days: Type.Object({
    mean: Type.Number(),
    median: Type.Number(),
    p90: Type.Number(),
    meanError: Type.Number(),
  }),
  /** When half of what is filed today, and nine in ten, would be ended. */
  medianOn: Day,
  p90On: Day,
  limits: Type.Array(LateShare),
  posts: Type.Array(
    Type.Object({
      post: Key,
      name: Name,
      people: Type.Integer(),
      utilisation: Type.Number(),
      meanQueue: Type.Number(),
      meanWait: Type.Number(),
    }),
  ),
  bins: Type.Array(
    Type.Object({
      fromDay: Type.Integer(),
      toDay: Type.Optional(Type.Integer()),
      cases: Type.Integer(),
    }),
  ),
  bottleneck: Type.Optional(Key),
  oneMore: Type.Array(
    Type.Object({
      post: Key,
      name: Name,
      mean: Type.Number(),
      p90: Type.Number(),
      lateShares: Type.Record(Type.String(), Share),
    }),
  ),
  isOverloaded: Type.Boolean(),
});
export type RehearsalResult = Static<typeof RehearsalResult>;
