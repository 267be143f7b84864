/** Whether somebody can be given a task, asked to sign or for an opinion. */
import { isLive, tasksOfRound, type TaskState } from '../flow/index.ts';
import { refuseOutside } from './bound.ts';
import { hasSigned, isParty } from './capacity.ts';
import type { CaseContext } from './commands.ts';
import type { PersonRef } from './party.ts';
import { refuse, type Refusal, type RefusalCode } from './refusals.ts';
import type { CaseState } from './state.ts';

/**
 * Why this person cannot be given `task`, or a new one beside it: no person, a party of the case,
 * or somebody who has a part in the round already (law 3: one open task each): `code` says that.
 */
export function refuseReceiver(
  state: CaseState,
  context: CaseContext,
  task: TaskState,
  person: PersonRef,
  code: RefusalCode,
): Refusal | undefined {
  const { personId, name } = person;
  if (personId.trim() === '' || name.trim() === '') return refuse('person-required');
  if (isParty(state, personId)) return refuse('own-case');
  const outside = refuseOutside(state, context, task.stepId, [personId]);
  if (outside !== undefined) return outside;
  const round = tasksOfRound(state.marking, task.stepId, task.round);
  const isThere =
    round.some((other) => isLive(other) && other.holder?.personId === personId) ||
    (task.kind !== 'opinion' && round.some((other) => hasSigned(other, personId))) ||
    isNeededElsewhere(context, round, task, personId);
  return isThere ? refuse(code, { name }) : undefined;
}

/** Nobody else holds another member's post: given this task, they could not sign that one. */
function isNeededElsewhere(
  { people }: CaseContext,
  round: readonly TaskState[],
  task: TaskState,
  personId: string,
): boolean {
  if (people === undefined || task.kind === 'opinion') return false;
  return round
    .filter((other) => isLive(other) && other.holder === undefined)
    .filter((other) => other.taskId !== task.taskId)
    .some((other) => {
      const holders = other.posts.flatMap((post) => people.holdersOf(post));
      return holders.length > 0 && holders.every((holder) => holder.personId === personId);
    });
}
