/**
 * The people of one post and what lies before them: first come, first served, by whoever is free.
 * Somebody with half of their time for this item takes twice as long.
 */
import type { PostStaffing } from './model.ts';

export interface Job {
  readonly caseId: number;
  readonly taskId: string;
  /** Working minutes of one person with all of their time. */
  readonly minutes: number;
  readonly arrivedAt: number;
}

export interface DeskFigures {
  /** Person-minutes at work until the last look. */
  readonly busy: number;
  /** Integral of the number of waiting jobs over time. */
  readonly queued: number;
}

export class Desk {
  readonly post: string;
  readonly #staffing: PostStaffing;
  /** Jobs that wait, from `#head` on; taking from the front of a list would move all of it. */
  readonly #waiting: (Job | undefined)[] = [];
  readonly #atWork = new Map<string, Job>();
  #head = 0;
  #waits = 0;
  #since = 0;
  #busy = 0;
  #queued = 0;

  constructor(post: string, staffing: PostStaffing) {
    this.post = post;
    this.#staffing = staffing;
  }

  /** Jobs that wait or are worked on, for each of its people. */
  get load(): number {
    return (this.#waits + this.#atWork.size) / this.#staffing.people;
  }

  put(job: Job, now: number): void {
    this.#look(now);
    this.#waiting.push(job);
    this.#waits += 1;
  }

  /** The next job, if somebody is free, with when it will be done. */
  begin(now: number): { readonly job: Job; readonly until: number } | undefined {
    if (this.#atWork.size >= this.#staffing.people || this.#waits === 0) return undefined;
    this.#look(now);
    let job: Job | undefined;
    while (job === undefined) {
      job = this.#waiting[this.#head];
      this.#head += 1;
    }
    this.#waits -= 1;
    this.#atWork.set(keyOf(job), job);
    return { job, until: now + job.minutes / this.#staffing.share };
  }

  /** The work is done, or taken away; gives whether it had begun. */
  end(job: Pick<Job, 'caseId' | 'taskId'>, now: number): boolean {
    this.#look(now);
    if (this.#atWork.delete(keyOf(job))) return true;
    const place = this.#waiting.findIndex(
      (other, i) => i >= this.#head && other?.caseId === job.caseId && other.taskId === job.taskId,
    );
    if (place >= 0) {
      this.#waiting[place] = undefined;
      this.#waits -= 1;
    }
    return false;
  }

  figures(now: number): DeskFigures {
    this.#look(now);
    return { busy: this.#busy, queued: this.#queued };
  }

  #look(now: number): void {
    const passed = now - this.#since;
    this.#busy += this.#atWork.size * passed;
    this.#queued += this.#waits * passed;
    this.#since = now;
  }
}

function keyOf({ caseId, taskId }: Pick<Job, 'caseId' | 'taskId'>): string {
  return `${caseId}/${taskId}`;
}
