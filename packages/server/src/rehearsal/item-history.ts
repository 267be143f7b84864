/**
 * What the finished cases of an item say about its steps.
 *
 * How long somebody worked on a task nobody records. Taken is the time from when the person could
 * begin to the decision: from the latest of the task's opening, its first reading, and the same
 * person's act before it on any case. It is never less than the work, and more when the person did
 * something outside the platform meanwhile; working hours only.
 */
import type { Recorded } from '@yichuang/kernel/case';
import type { Calendar, Instant } from '@yichuang/kernel/time';
import { workingMinutes } from './working-time.ts';

/** An event of a finished case, with the act that its person did before it anywhere. */
export interface HistoryEvent extends Recorded {
  readonly caseId: string;
  readonly previousAct?: Instant;
}

export interface StepHistory {
  /** Working minutes of each finished task, ascending. */
  readonly minutes: readonly number[];
  /** How often the step sent back instead; at the intake: asked for corrections. */
  readonly returned: number;
}

export interface ItemHistory {
  readonly cases: number;
  readonly steps: Readonly<Record<string, StepHistory>>;
  /** By split, then branch: how often it was entered; and how often the split was. */
  readonly branches: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly splits: Readonly<Record<string, number>>;
  /** Working minutes of each finished wait, by node; and of the applicants' corrections. */
  readonly waits: Readonly<Record<string, readonly number[]>>;
  readonly corrections: readonly number[];
}

export const noHistory: ItemHistory = {
  cases: 0,
  steps: {},
  branches: {},
  splits: {},
  waits: {},
  corrections: [],
};

/** @param events of whole cases, each case's in their order */
export function readHistory(events: readonly HistoryEvent[], calendar: Calendar): ItemHistory {
  const fold = new HistoryFold(calendar);
  for (const event of events) fold.add(event);
  return fold.history();
}

class HistoryFold {
  readonly #calendar: Calendar;
  readonly #cases = new Set<string>();
  readonly #minutes = new Map<string, number[]>();
  readonly #returned = new Map<string, number>();
  readonly #branches = new Map<string, Map<string, number>>();
  readonly #splits = new Map<string, number>();
  readonly #waits = new Map<string, number[]>();
  readonly #corrections: number[] = [];
  /** When a task, a node or a correction began that has not ended yet, within the case. */
  readonly #since = new Map<string, Instant>();

  constructor(calendar: Calendar) {
    this.#calendar = calendar;
  }

  add({ caseId, at, event, previousAct }: HistoryEvent): void {
    this.#cases.add(caseId);
    const key = (id: string): string => `${caseId}/${id}`;
    switch (event.type) {
      case 'StepOpened':
        for (const task of event.tasks) {
          if (!task.waits) this.#since.set(key(task.taskId), at);
        }
        return;
      case 'TaskOpened':
      case 'TaskRead':
        this.#since.set(key(event.taskId), at);
        return;
      case 'TaskDecided': {
        const opened = this.#since.get(key(event.taskId));
        if (opened === undefined || event.isBatch === true) return;
        const from = previousAct !== undefined && previousAct > opened ? previousAct : opened;
        put(this.#minutes, event.stepId, workingMinutes(this.#calendar, from, at));
        return;
      }
      case 'StepReturned':
        count(this.#returned, event.fromStep);
        return;
      case 'NodeEntered':
        this.#since.set(key(event.nodeId), at);
        if (event.branches !== undefined) this.#enter(event.nodeId, event.branches);
        return;
      case 'NodeCompleted': {
        const entered = this.#since.get(key(event.nodeId));
        if (entered !== undefined) {
          put(this.#waits, event.nodeId, workingMinutes(this.#calendar, entered, at));
        }
        return;
      }
      case 'CorrectionRequested':
        this.#since.set(key('correction'), at);
        count(this.#returned, 'correction');
        return;
      case 'CorrectionReceived': {
        const asked = this.#since.get(key('correction'));
        if (asked !== undefined) {
          this.#corrections.push(workingMinutes(this.#calendar, asked, at));
        }
        return;
      }
      default:
    }
  }

  #enter(splitId: string, branches: readonly string[]): void {
    count(this.#splits, splitId);
    const known = this.#branches.get(splitId) ?? new Map<string, number>();
    this.#branches.set(splitId, known);
    for (const branch of branches) count(known, branch);
  }

  history(): ItemHistory {
    const steps = [...this.#minutes].map(([stepId, minutes]): [string, StepHistory] => [
      stepId,
      { minutes: ascending(minutes), returned: this.#returned.get(stepId) ?? 0 },
    ]);
    const branches = [...this.#branches].map(([id, found]) => [id, Object.fromEntries(found)]);
    const waits = [...this.#waits].map(([id, minutes]) => [id, ascending(minutes)]);
    return {
      cases: this.#cases.size,
      steps: Object.fromEntries(steps),
      branches: Object.fromEntries(branches) as ItemHistory['branches'],
      splits: Object.fromEntries(this.#splits),
      waits: Object.fromEntries(waits) as ItemHistory['waits'],
      corrections: ascending(this.#corrections),
    };
  }
}

function put(into: Map<string, number[]>, key: string, value: number): void {
  const known = into.get(key);
  if (known === undefined) into.set(key, [value]);
  else known.push(value);
}

function count(into: Map<string, number>, key: string): void {
  into.set(key, (into.get(key) ?? 0) + 1);
}

function ascending(values: readonly number[]): number[] {
  return values.toSorted((a, b) => a - b);
}
