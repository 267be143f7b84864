import type { CaseContext, CommandOf, CommandType } from '../commands.ts';
import type { Proceeding } from '../proceeding.ts';
import type { Refusal } from '../refusals.ts';
import type { CaseState } from '../state.ts';

/**
 * One ability on one screen. `permit` knows only state, flow and person, so that the same function
 * decides which buttons are shown; `check` looks at what was entered; `perform` cannot fail.
 */
export interface Act<T extends CommandType> {
  readonly type: T;
  /** Acts of a task are offered once for each task that the actor holds. */
  readonly isForTask: boolean;
  /** Of a task that the actor need not hold: it is offered wherever it is permitted. */
  readonly reaches?: 'any-task';
  permit(state: CaseState, context: CaseContext, taskId: string): Refusal | undefined;
  check?(state: CaseState, command: CommandOf<T>, context: CaseContext): readonly Refusal[];
  perform(p: Proceeding, command: CommandOf<T>): void;
}
