/**
 * One run of the model: cases come in at random, go through the flow, wait for people. Simulated
 * happening by happening until the last case that came in has ended, so that long cases are not
 * cut off and then missing from the figures.
 *
 * Invariants: time never goes back; every case ends; nobody works on two tasks at once.
 */
import type { FlowDefinition } from '../flow/index.ts';
import { makeAgenda, type Agenda } from './agenda.ts';
import { branchShares } from './branch-shares.ts';
import { Desk, type Job } from './desk.ts';
import { draw } from './draw.ts';
import type { PostFigures, RunFigures } from './figures.ts';
import { PURPOSE } from './purpose.ts';
import { RunningCase, type CaseHappening, type Office } from './running-case.ts';
import type { PostStaffing, RehearsalModel } from './model.ts';

/** A post that nobody staffed: somebody must be there, or no case would ever end. */
const ALONE: PostStaffing = { people: 1, share: 1 };

type Happening =
  | CaseHappening
  | { readonly kind: 'filing' }
  /** The offices have filled up: from here on the figures count. */
  | { readonly kind: 'warm' }
  /** The last day on which cases come in is over. */
  | { readonly kind: 'horizon' };

export function runModel(model: RehearsalModel): RunFigures {
  return new Run(model).go();
}

class Run implements Office {
  readonly model: RehearsalModel;
  readonly flow: FlowDefinition;
  readonly chances: ReadonlyMap<string, number>;
  readonly #agenda: Agenda<Happening> = makeAgenda();
  readonly #desks = new Map<string, Desk>();
  readonly #tasksOf = new Map<string, number>();
  readonly #cases: RunningCase[] = [];
  #atWarmUp: Readonly<Record<string, PostFigures>> = {};
  #now = 0;
  #ended = 0;

  constructor(model: RehearsalModel) {
    this.model = model;
    this.flow = model.flow;
    this.chances = branchShares(model.flow, model.branches);
  }

  get now(): number {
    return this.#now;
  }

  go(): RunFigures {
    const { days, warmUpDays, minutesOfDay } = this.model;
    const horizon = days * minutesOfDay;
    this.#agenda.put(warmUpDays * minutesOfDay, { kind: 'warm' });
    this.#agenda.put(horizon, { kind: 'horizon' });
    this.#comeIn(0, horizon);
    let atHorizon: Omit<RunFigures, 'cases'> = { arrived: 0, endedByThen: 0, posts: {} };
    for (let next = this.#agenda.take(); next !== undefined; next = this.#agenda.take()) {
      this.#now = next.at;
      const { what } = next;
      if (what.kind === 'warm') this.#atWarmUp = this.#figures();
      else if (what.kind === 'filing') this.#file(horizon);
      else if (what.kind === 'horizon') {
        const posts = since(this.#atWarmUp, this.#figures());
        atHorizon = { arrived: this.#cases.length, endedByThen: this.#ended, posts };
      } else this.#happen(what);
    }
    return { ...atHorizon, cases: this.#cases.map((each) => each.record()) };
  }

  // What a case asks of the office.

  put(post: string, job: Job): void {
    this.#tasksOf.set(post, (this.#tasksOf.get(post) ?? 0) + 1);
    const desk = this.#desk(post);
    desk.put(job, this.#now);
    this.#begin(desk);
  }

  takeAway(post: string, job: Pick<Job, 'caseId' | 'taskId'>): void {
    const desk = this.#desk(post);
    desk.end(job, this.#now);
    this.#begin(desk);
  }

  loadOf(post: string): number {
    return this.#desk(post).load;
  }

  remind(after: number, what: CaseHappening): void {
    this.#agenda.put(this.#now + after, what);
  }

  caseEnded(): void {
    this.#ended += 1;
  }

  // What happens.

  /** The next filing after `from`: the times between filings are exponential (a Poisson stream). */
  #comeIn(from: number, horizon: number): void {
    const { seed, perDay, minutesOfDay } = this.model;
    const gap = -Math.log(1 - draw(seed, PURPOSE.arrival, this.#cases.length));
    const at = from + (gap * minutesOfDay) / perDay;
    if (at < horizon) this.#agenda.put(at, { kind: 'filing' });
  }

  #file(horizon: number): void {
    const filed = new RunningCase(this.#cases.length, this);
    this.#cases.push(filed);
    this.#comeIn(this.#now, horizon);
    filed.start();
  }

  #happen(what: CaseHappening): void {
    const found = this.#cases[what.caseId];
    if (found === undefined) throw new Error(`the rehearsal has no case ${what.caseId}`);
    switch (what.kind) {
      case 'task-done': {
        const desk = this.#desk(what.post);
        // Taken away while somebody worked on it: what was begun leads to nothing.
        if (desk.end(what, this.#now)) found.taskDone(what.taskId);
        return this.#begin(desk);
      }
      case 'task-again':
        return found.taskAgain(what.taskId);
      case 'own-part':
        return found.ownPartDone(what.taskId);
      case 'wait-over':
        return found.waitOver(what.nodeId, what.round);
    }
  }

  #begin(desk: Desk): void {
    for (let begun = desk.begin(this.#now); begun; begun = desk.begin(this.#now)) {
      const { caseId, taskId, arrivedAt } = begun.job;
      this.#cases[caseId]?.waitedAt(desk.post, this.#now - arrivedAt);
      this.#agenda.put(begun.until, { kind: 'task-done', caseId, taskId, post: desk.post });
    }
  }

  #desk(post: string): Desk {
    const known = this.#desks.get(post);
    if (known !== undefined) return known;
    const desk = new Desk(post, this.model.posts[post] ?? ALONE);
    this.#desks.set(post, desk);
    return desk;
  }

  #figures(): Record<string, PostFigures> {
    const entries = [...this.#desks].map(([post, desk]): [string, PostFigures] => {
      const { people } = this.model.posts[post] ?? ALONE;
      return [post, { people, ...desk.figures(this.#now), tasks: this.#tasksOf.get(post) ?? 0 }];
    });
    return Object.fromEntries(entries);
  }
}

function since(
  before: Readonly<Record<string, PostFigures>>,
  now: Readonly<Record<string, PostFigures>>,
): Record<string, PostFigures> {
  return Object.fromEntries(
    Object.entries(now).map(([post, figures]) => [
      post,
      {
        ...figures,
        busy: figures.busy - (before[post]?.busy ?? 0),
        queued: figures.queued - (before[post]?.queued ?? 0),
      },
    ]),
  );
}
