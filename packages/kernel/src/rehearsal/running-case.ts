/** A case under way in a rehearsal: where it is, what it waits for, what it waited for. */
import type { FlowDefinition, StepNode, TaskState } from '../flow/index.ts';
import { placeOf } from '../flow/index.ts';
import { CaseWalk, type CaseHost } from './case-walk.ts';
import type { Job } from './desk.ts';
import { draw, keyOf } from './draw.ts';
import { sample, type Duration } from './duration.ts';
import { CORRECTION, type RehearsalModel, type StepTiming } from './model.ts';
import { PURPOSE } from './purpose.ts';
import type { RehearsedCase } from './figures.ts';

export type CaseHappening =
  | {
      readonly kind: 'task-done';
      readonly caseId: number;
      readonly taskId: string;
      readonly post: string;
    }
  /** The applicant has corrected: the intake looks again. */
  | { readonly kind: 'task-again'; readonly caseId: number; readonly taskId: string }
  /** The applicant's own step is done. */
  | { readonly kind: 'own-part'; readonly caseId: number; readonly taskId: string }
  | {
      readonly kind: 'wait-over';
      readonly caseId: number;
      readonly nodeId: string;
      readonly round: number;
    };

/** What a case finds around it. */
export interface Office {
  readonly now: number;
  readonly model: RehearsalModel;
  readonly flow: FlowDefinition;
  readonly chances: ReadonlyMap<string, number>;
  put(post: string, job: Job): void;
  takeAway(post: string, job: Pick<Job, 'caseId' | 'taskId'>): void;
  /** Tasks before each of the post's people. */
  loadOf(post: string): number;
  remind(after: number, what: CaseHappening): void;
  caseEnded(): void;
}

const AT_ONCE: StepTiming = { handling: { kind: 'constant', minutes: 0 }, returnShare: 0 };
const NO_TIME: Duration = { kind: 'constant', minutes: 0 };
/** A case that is sent back more often than this is a broken model, not an office. */
const MOST_ROUNDS = 10;

interface Placed {
  readonly task: TaskState;
  readonly post: string;
  /** How often it was begun: once more after each correction. */
  readonly attempt: number;
}

export class RunningCase implements CaseHost {
  readonly #id: number;
  readonly #office: Office;
  readonly #walk: CaseWalk;
  readonly #placed = new Map<string, Placed>();
  readonly #waited: Record<string, number> = {};
  readonly #filedAt: number;
  #acceptedAt: number | undefined;
  #decidedAt: number | undefined;
  #endedAt: number | undefined;
  #excluded = 0;

  constructor(id: number, office: Office) {
    this.#id = id;
    this.#office = office;
    this.#filedAt = office.now;
    this.#walk = new CaseWalk(office.flow, this);
  }

  start(): void {
    this.#walk.start();
  }

  record(): RehearsedCase {
    if (this.#endedAt === undefined) throw new Error(`case ${this.#id} has not ended`);
    return {
      filedAt: this.#filedAt,
      // Without an intake everything filed is taken up at once; without a decision its end counts.
      acceptedAt: this.#acceptedAt ?? this.#filedAt,
      decidedAt: this.#decidedAt ?? this.#endedAt,
      endedAt: this.#endedAt,
      excluded: this.#excluded,
      waited: this.#waited,
    };
  }

  // What the walk asks.

  holds(condition: string): boolean {
    const chance = this.#office.chances.get(condition) ?? 0;
    return this.#draw(PURPOSE.branch, keyOf(condition)) < chance;
  }

  taskOpened(task: TaskState): void {
    const [first, ...others] = task.posts;
    if (first === undefined) return this.#ownPart(task);
    // A task that several posts share goes to where least is lying.
    const office = this.#office;
    const post = others.reduce(
      (best, other) => (office.loadOf(other) < office.loadOf(best) ? other : best),
      first,
    );
    this.#lay({ task, post, attempt: 1 });
  }

  taskClosed(taskId: string): void {
    const placed = this.#placed.get(taskId);
    if (placed === undefined) return;
    this.#placed.delete(taskId);
    this.#office.takeAway(placed.post, { caseId: this.#id, taskId });
  }

  waits(nodeId: string, round: number): void {
    const { model, flow } = this.#office;
    const minutes = this.#sample(model.waits[nodeId] ?? NO_TIME, PURPOSE.wait, nodeId, round);
    const { node } = placeOf(flow, nodeId);
    const isExcluded = node.kind === 'wait' && node.until === 'special-procedure-ended';
    if (isExcluded && this.#decidedAt === undefined) this.#excluded += minutes;
    this.#office.remind(minutes, { kind: 'wait-over', caseId: this.#id, nodeId, round });
  }

  stepCompleted({ duty }: StepNode): void {
    if (duty === 'intake') this.#acceptedAt ??= this.#office.now;
    if (duty === 'decision') this.#decidedAt ??= this.#office.now;
  }

  finished(): void {
    this.#endedAt = this.#office.now;
    this.#office.caseEnded();
  }

  // What happens to it.

  taskDone(taskId: string): void {
    const placed = this.#placed.get(taskId);
    if (placed === undefined) throw new Error(`the rehearsal has no task ${taskId}`);
    const step = this.#walk.stepOf(taskId);
    const { returnShare } = this.#timingOf(step);
    const { round } = placed.task;
    // Once for the step and not for each of its members, since the share is the step's.
    const u = this.#draw(PURPOSE.back, keyOf(step.id), round, placed.attempt);
    if (u >= returnShare || round + placed.attempt > MOST_ROUNDS) {
      return this.#approve(taskId);
    }
    if (step.duty === 'intake') return this.#askForCorrection(placed);
    this.#returnTo(taskId);
  }

  taskAgain(taskId: string): void {
    const placed = this.#placed.get(taskId);
    if (placed !== undefined) this.#lay({ ...placed, attempt: placed.attempt + 1 });
  }

  ownPartDone(taskId: string): void {
    this.#walk.approve(taskId);
  }

  waitOver(nodeId: string, round: number): void {
    this.#walk.waitOver(nodeId, round);
  }

  waitedAt(post: string, minutes: number): void {
    this.#waited[post] = (this.#waited[post] ?? 0) + minutes;
  }

  #approve(taskId: string): void {
    this.#placed.delete(taskId);
    this.#walk.approve(taskId);
  }

  /** To the nearest earlier step; what is decided is not sent back. */
  #returnTo(taskId: string): void {
    const target = this.#walk.returnTargets(taskId).findLast(({ duty }) => duty !== 'intake');
    if (target === undefined || this.#decidedAt !== undefined) return this.#approve(taskId);
    this.#placed.delete(taskId);
    this.#walk.returnTo(taskId, target.id);
  }

  #askForCorrection({ task, attempt }: Placed): void {
    const { waits } = this.#office.model;
    const { taskId } = task;
    const minutes = this.#sample(waits[CORRECTION] ?? NO_TIME, PURPOSE.correction, taskId, attempt);
    this.#office.remind(minutes, { kind: 'task-again', caseId: this.#id, taskId });
  }

  /** Filed already at the first time; sent back to the applicant, it takes the applicant's time. */
  #ownPart({ taskId, round }: TaskState): void {
    const { waits } = this.#office.model;
    const duration = round === 1 ? NO_TIME : (waits[CORRECTION] ?? NO_TIME);
    const minutes = this.#sample(duration, PURPOSE.correction, taskId, round);
    this.#office.remind(minutes, { kind: 'own-part', caseId: this.#id, taskId });
  }

  #lay(placed: Placed): void {
    const { task, post, attempt } = placed;
    const { taskId } = task;
    this.#placed.set(taskId, placed);
    const { handling } = this.#timingOf(this.#walk.stepOf(taskId));
    const minutes = this.#sample(handling, PURPOSE.handling, taskId, attempt);
    this.#office.put(post, { caseId: this.#id, taskId, minutes, arrivedAt: this.#office.now });
  }

  #timingOf({ id }: StepNode): StepTiming {
    return this.#office.model.steps[id] ?? AT_ONCE;
  }

  #sample(duration: Duration, purpose: number, what: string, n: number): number {
    const key = keyOf(what);
    return sample(
      duration,
      this.#draw(purpose, key, n, 0),
      duration.kind === 'skewed' ? this.#draw(purpose, key, n, 1) : 0,
    );
  }

  #draw(...keys: readonly number[]): number {
    return draw(this.#office.model.seed, this.#id, ...keys);
  }
}
