/**
 * What a rehearsal is told: how much comes in, who is there, how long things take. docs/adr/0132
 * says what the model leaves out.
 *
 * Time is working time in minutes from the first morning: nights, weekends and holidays are cut
 * out, so that a case handed in at the end of a day goes on the next morning.
 */
import type { FlowDefinition } from '../flow/index.ts';
import type { Duration } from './duration.ts';

/** From where a number comes: what is guessed is shown as guessed. */
export type Source = 'history' | 'entered' | 'guess';

export interface PostStaffing {
  readonly people: number;
  /** Part of their time that they have for this item, 0 < share ≤ 1. */
  readonly share: number;
}

export interface StepTiming {
  /** Working minutes that one person works on one task. */
  readonly handling: Duration;
  /** How often the case is sent back instead, 0 ≤ share < 1; at intake: asked for corrections. */
  readonly returnShare: number;
}

export interface RehearsalModel {
  readonly flow: FlowDefinition;
  readonly seed: number;
  /** Filings on a working day on average. */
  readonly perDay: number;
  /** Working days during which cases come in. */
  readonly days: number;
  /** The first of them, when the offices are empty, do not count for the result. */
  readonly warmUpDays: number;
  readonly minutesOfDay: number;
  readonly posts: Readonly<Record<string, PostStaffing>>;
  readonly steps: Readonly<Record<string, StepTiming>>;
  /** Share of the cases that take a branch, by split and branch; conditions are not evaluated. */
  readonly branches: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Working minutes that waits and parts take, by node; also {@link CORRECTION}. */
  readonly waits: Readonly<Record<string, Duration>>;
  /** Working days after acceptance, by the name of the limit. */
  readonly limits: Readonly<Record<string, number>>;
}

/** Key of {@link RehearsalModel.waits}: how long an applicant takes to correct. */
export const CORRECTION = 'correction';

/** What is wrong with a model; the text belongs to the message files. */
export interface ModelProblem {
  readonly code: 'not-positive' | 'not-a-share' | 'too-many-cases';
  /** Path in the model, e.g. `posts.leader.people`. */
  readonly path: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** More would take longer than somebody waits for a page. */
export const MOST_CASES = 100_000;

export function checkModel(model: RehearsalModel): readonly ModelProblem[] {
  return [
    ...positive('perDay', model.perDay),
    ...positive('days', model.days),
    ...positive('minutesOfDay', model.minutesOfDay),
    ...Object.entries(model.posts).flatMap(([post, { people, share }]) => [
      ...(Number.isInteger(people)
        ? []
        : [problem('not-positive', `posts.${post}.people`, people)]),
      ...positive(`posts.${post}.people`, people),
      ...(share > 0 && share <= 1 ? [] : [problem('not-a-share', `posts.${post}.share`, share)]),
    ]),
    ...Object.entries(model.steps).flatMap(([step, { returnShare }]) =>
      returnShare >= 0 && returnShare < 1
        ? []
        : [problem('not-a-share', `steps.${step}.returnShare`, returnShare)],
    ),
    ...(model.perDay * model.days > MOST_CASES
      ? [problem('too-many-cases', 'days', Math.round(model.perDay * model.days))]
      : []),
  ];
}

function positive(path: string, value: number): ModelProblem[] {
  return value > 0 && Number.isFinite(value) ? [] : [problem('not-positive', path, value)];
}

function problem(code: ModelProblem['code'], path: string, value: number): ModelProblem {
  return { code, path, params: { value, most: MOST_CASES } };
}
