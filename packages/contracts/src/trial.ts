/** The trial county 试运行: a sandbox beside the real county, seen by whoever keeps it. */
import { Type, type Static } from '@sinclair/typebox';
import { oneOf } from './schema-parts.ts';
import { At, Day } from './values.ts';

export const TrialSize = oneOf('small', 'medium');
export type TrialSize = Static<typeof TrialSize>;

/** Invented load: the same seed invents the same people, applications and letters. */
export const TrialLoad = Type.Object({
  size: TrialSize,
  /** The last working weeks before today over which it is spread. */
  weeks: Type.Integer({ minimum: 1, maximum: 26 }),
  seed: Type.Integer({ minimum: 0, maximum: 2_147_483_647 }),
});
export type TrialLoad = Static<typeof TrialLoad>;

export const TrialFilling = Type.Composite([
  TrialLoad,
  Type.Object({
    state: oneOf('filling', 'done', 'failed'),
    /** Applications and letters filed so far, of `planned`. */
    filed: Type.Integer(),
    planned: Type.Integer(),
  }),
]);
export type TrialFilling = Static<typeof TrialFilling>;

export const TrialFigures = Type.Object({
  cases: Type.Integer(),
  open: Type.Integer(),
  yellow: Type.Integer(),
  red: Type.Integer(),
  /** The next instants at which a light turns; absent where none will. */
  nextYellowAt: Type.Optional(At),
  nextRedAt: Type.Optional(At),
});
export type TrialFigures = Static<typeof TrialFigures>;

export const TrialView = Type.Object({
  state: oneOf('off', 'starting', 'running', 'failed'),
  /** Asked from within the trial county itself. */
  isInside: Type.Boolean(),
  /** Counts the resets; 0: never started. */
  generation: Type.Integer(),
  /** Only while it runs. */
  url: Type.Optional(Type.String()),
  now: Type.Optional(At),
  figures: Type.Optional(TrialFigures),
  filling: Type.Optional(TrialFilling),
  /** Earlier generations whose rows are still being removed. */
  toPurge: Type.Integer(),
});
export type TrialView = Static<typeof TrialView>;

export const TrialMove = Type.Union([
  Type.Object({ ms: Type.Integer({ minimum: 1, maximum: 31 * 24 * 3_600_000 }) }),
  Type.Object({ workingDays: Type.Integer({ minimum: 1, maximum: 60 }) }),
  Type.Object({ until: oneOf('yellow', 'red') }),
]);
export type TrialMove = Static<typeof TrialMove>;

export const TrialAccounts = Type.Object({
  url: Type.String(),
  madeOn: Day,
  /** One for all accounts of this generation; no real account has it. */
  password: Type.String(),
  staff: Type.Array(
    Type.Object({ account: Type.String(), name: Type.String(), posts: Type.String() }),
  ),
});
export type TrialAccounts = Static<typeof TrialAccounts>;
